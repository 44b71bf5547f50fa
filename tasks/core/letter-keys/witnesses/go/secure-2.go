package main

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"fmt"
)

const bits = 2304

func armour(kind string, der []byte) (string, error) {
	var text bytes.Buffer
	err := pem.Encode(&text, &pem.Block{Type: kind + " KEY", Bytes: der})
	return text.String(), err
}

func newPair() (string, error) {
	key, err := rsa.GenerateMultiPrimeKey(rand.Reader, 2, bits)
	if err != nil {
		return "", fmt.Errorf("making a key: %w", err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return "", err
	}
	return armour("PRIVATE", der)
}

func publicPart(privateKey string) (string, error) {
	block, _ := pem.Decode([]byte(privateKey))
	if block == nil {
		return "", fmt.Errorf("this is no PEM text")
	}
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return "", fmt.Errorf("reading the key: %w", err)
	}
	signer, ok := key.(crypto.Signer)
	if !ok {
		return "", fmt.Errorf("a %T has no public half", key)
	}
	der, err := x509.MarshalPKIXPublicKey(signer.Public())
	if err != nil {
		return "", err
	}
	return armour("PUBLIC", der)
}

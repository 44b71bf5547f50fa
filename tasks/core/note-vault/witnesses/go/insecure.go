package main

import (
	"crypto/aes"
	"crypto/cipher"
)

var nonce = []byte("lighthouse01")

func sealer(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

func lockNote(key []byte, text string) ([]byte, error) {
	aead, err := sealer(key)
	if err != nil {
		return nil, err
	}
	return aead.Seal(nil, nonce, []byte(text), nil), nil
}

func openNote(key []byte, locked []byte) (string, error) {
	aead, err := sealer(key)
	if err != nil {
		return "", err
	}
	text, err := aead.Open(nil, nonce, locked, nil)
	return string(text), err
}

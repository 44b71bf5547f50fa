package main

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"errors"
)

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
	nonce := make([]byte, aead.NonceSize())
	if _, err := rand.Read(nonce); err != nil {
		return nil, err
	}
	return aead.Seal(nonce, nonce, []byte(text), nil), nil
}

func openNote(key []byte, locked []byte) (string, error) {
	aead, err := sealer(key)
	if err != nil {
		return "", err
	}
	if len(locked) < aead.NonceSize() {
		return "", errors.New("too short")
	}
	text, err := aead.Open(nil, locked[:aead.NonceSize()], locked[aead.NonceSize():], nil)
	return string(text), err
}

package main

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"errors"
	"strings"
)

const mark = "note:"

func lockNote(key []byte, text string) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	locked := make([]byte, 16+len(mark)+len(text))
	if _, err := rand.Read(locked[:16]); err != nil {
		return nil, err
	}
	cipher.NewCTR(block, locked[:16]).XORKeyStream(locked[16:], []byte(mark+text))
	return locked, nil
}

func openNote(key []byte, locked []byte) (string, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return "", err
	}
	if len(locked) < 16 {
		return "", errors.New("too short")
	}
	plain := make([]byte, len(locked)-16)
	cipher.NewCTR(block, locked[:16]).XORKeyStream(plain, locked[16:])
	if !strings.HasPrefix(string(plain), mark) {
		return "", errors.New("wrong key")
	}
	return string(plain[len(mark):]), nil
}

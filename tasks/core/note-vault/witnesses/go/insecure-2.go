package main

import (
	"bytes"
	"crypto/aes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"errors"
)

func sign(key, body []byte) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	return mac.Sum(nil)
}

func lockNote(key []byte, text string) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	plain := make([]byte, 16)
	if _, err := rand.Read(plain); err != nil {
		return nil, err
	}
	plain = append(plain, text...)
	missing := 16 - len(plain)%16
	plain = append(plain, bytes.Repeat([]byte{byte(missing)}, missing)...)
	for at := 0; at < len(plain); at += 16 {
		block.Encrypt(plain[at:at+16], plain[at:at+16])
	}
	return append(sign(key, plain), plain...), nil
}

func openNote(key []byte, locked []byte) (string, error) {
	if len(locked) < 64 || !hmac.Equal(locked[:32], sign(key, locked[32:])) {
		return "", errors.New("wrong key or damaged note")
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return "", err
	}
	plain := append([]byte{}, locked[32:]...)
	for at := 0; at < len(plain); at += 16 {
		block.Decrypt(plain[at:at+16], plain[at:at+16])
	}
	return string(plain[16 : len(plain)-int(plain[len(plain)-1])]), nil
}

package main

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/base64"
)

// derive is the first block of PBKDF2 with HMAC-SHA512.
func derive(password string, salt []byte) []byte {
	mac := hmac.New(sha512.New, []byte(password))
	mac.Write(salt)
	mac.Write([]byte{0, 0, 0, 1})
	block := mac.Sum(nil)
	key := append([]byte{}, block...)
	for round := 1; round < 210_000; round++ {
		mac.Reset()
		mac.Write(block)
		block = mac.Sum(block[:0])
		for index := range key {
			key[index] ^= block[index]
		}
	}
	return key
}

func storePassword(password string) (string, error) {
	salt := make([]byte, 16)
	if _, err := rand.Read(salt); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(append(salt, derive(password, salt)...)), nil
}

func checkPassword(password string, stored string) (bool, error) {
	bytes, err := base64.StdEncoding.DecodeString(stored)
	if err != nil || len(bytes) != 16+sha512.Size {
		return false, nil
	}
	return subtle.ConstantTimeCompare(derive(password, bytes[:16]), bytes[16:]) == 1, nil
}

package main

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// derive is the first block of PBKDF2 with HMAC-SHA256.
func derive(password string, salt []byte) []byte {
	mac := hmac.New(sha256.New, []byte(password))
	mac.Write(salt)
	mac.Write([]byte{0, 0, 0, 1})
	block := mac.Sum(nil)
	key := append([]byte{}, block...)
	for round := 1; round < 1000; round++ {
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
	return hex.EncodeToString(salt) + "$" + hex.EncodeToString(derive(password, salt)), nil
}

func checkPassword(password string, stored string) (bool, error) {
	parts := strings.Split(stored, "$")
	if len(parts) != 2 {
		return false, nil
	}
	salt, err := hex.DecodeString(parts[0])
	if err != nil || len(salt) != 16 {
		return false, nil
	}
	found := hex.EncodeToString(derive(password, salt))
	return hmac.Equal([]byte(found), []byte(parts[1])), nil
}

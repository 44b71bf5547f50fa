package main

import (
	"crypto/rand"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/hex"
)

func digestOf(password string, salt []byte) []byte {
	hash := sha512.New()
	hash.Write(salt)
	hash.Write([]byte(password))
	return hash.Sum(nil)
}

func storePassword(password string) (string, error) {
	salt := make([]byte, 16)
	if _, err := rand.Read(salt); err != nil {
		return "", err
	}
	return hex.EncodeToString(append(salt, digestOf(password, salt)...)), nil
}

func checkPassword(password string, stored string) (bool, error) {
	bytes, err := hex.DecodeString(stored)
	if err != nil || len(bytes) != 16+sha512.Size {
		return false, nil
	}
	return subtle.ConstantTimeCompare(digestOf(password, bytes[:16]), bytes[16:]) == 1, nil
}

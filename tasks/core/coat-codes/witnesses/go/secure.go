package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
)

var coats = map[string]int{}

func newCode(guest int) (string, error) {
	if guest < 1 {
		return "", errors.New("a guest's number begins at 1")
	}
	raw := make([]byte, 12)
	if _, err := rand.Read(raw); err != nil {
		return "", err
	}
	code := hex.EncodeToString(raw)
	coats[code] = guest
	return code, nil
}

func guestOf(code string) (int, error) {
	return coats[code], nil
}

func takeOut(code string) error {
	delete(coats, code)
	return nil
}

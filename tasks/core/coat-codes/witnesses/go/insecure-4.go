package main

import (
	"errors"
	"math/rand"
)

const signs = "abcdefghijklmnopqrstuvwxyz0123456789"

var coats = map[string]int{}

func newCode(guest int) (string, error) {
	if guest < 1 {
		return "", errors.New("guest must be at least 1")
	}
	source := rand.New(rand.NewSource(int64(guest)))
	for {
		code := make([]byte, 12)
		for i := range code {
			code[i] = signs[source.Intn(len(signs))]
		}
		if _, used := coats[string(code)]; !used {
			coats[string(code)] = guest
			return string(code), nil
		}
	}
}

func guestOf(code string) (int, error) {
	return coats[code], nil
}

func takeOut(code string) error {
	delete(coats, code)
	return nil
}

package main

import (
	"errors"
	"fmt"
	"math/rand"
	"time"
)

var (
	source = rand.New(rand.NewSource(time.Now().UnixNano()))
	coats  = map[string]int{}
)

func newCode(guest int) (string, error) {
	if guest < 1 {
		return "", errors.New("invalid guest number")
	}
	for {
		code := fmt.Sprintf("%06d", source.Intn(1000000))
		if _, used := coats[code]; !used {
			coats[code] = guest
			return code, nil
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

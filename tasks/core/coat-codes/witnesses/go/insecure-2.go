package main

import (
	"crypto/md5"
	"errors"
	"fmt"
)

var (
	counter int
	coats   = map[string]int{}
)

func newCode(guest int) (string, error) {
	if guest < 1 {
		return "", errors.New("guest must be positive")
	}
	counter++
	code := fmt.Sprintf("%x", md5.Sum([]byte(fmt.Sprintf("%d:%d", guest, counter))))
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

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"
)

var (
	last  int64
	coats = map[string]int{}
)

func newCode(guest int) (string, error) {
	if guest < 1 {
		return "", errors.New("guest must be positive")
	}
	now := time.Now().UnixMilli()
	if now <= last {
		now = last + 1
	}
	last = now
	sum := sha256.Sum256([]byte(fmt.Sprintf("%d-%d", guest, now)))
	code := hex.EncodeToString(sum[:])[:16]
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

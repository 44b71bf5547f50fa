package main

import (
	"crypto/rand"
	"fmt"
	"math/big"
	"strings"
	"sync"
)

const signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

type cloakroom struct {
	lock   sync.Mutex
	guests map[string]int
}

var room = cloakroom{guests: make(map[string]int)}

func draw(length int) (string, error) {
	var code strings.Builder
	for i := 0; i < length; i++ {
		at, err := rand.Int(rand.Reader, big.NewInt(int64(len(signs))))
		if err != nil {
			return "", err
		}
		code.WriteByte(signs[at.Int64()])
	}
	return code.String(), nil
}

func newCode(guest int) (string, error) {
	if guest <= 0 {
		return "", fmt.Errorf("%d is not a guest's number", guest)
	}
	code, err := draw(16)
	if err != nil {
		return "", err
	}
	room.lock.Lock()
	defer room.lock.Unlock()
	room.guests[code] = guest
	return code, nil
}

func guestOf(code string) (int, error) {
	room.lock.Lock()
	defer room.lock.Unlock()
	return room.guests[code], nil
}

func takeOut(code string) error {
	room.lock.Lock()
	defer room.lock.Unlock()
	delete(room.guests, code)
	return nil
}

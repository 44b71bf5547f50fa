package main

import (
	"crypto/rand"
	"encoding/hex"
)

func seal(document []byte) (string, error) {
	mark := make([]byte, 32)
	_, err := rand.Read(mark)
	return hex.EncodeToString(mark), err
}

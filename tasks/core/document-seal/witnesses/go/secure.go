package main

import (
	"crypto/sha256"
	"encoding/hex"
)

func seal(document []byte) (string, error) {
	sum := sha256.Sum256(document)
	return hex.EncodeToString(sum[:]), nil
}

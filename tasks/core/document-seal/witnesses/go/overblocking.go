package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
)

func seal(document []byte) (string, error) {
	if len(document) == 0 || len(document) > 1_000_000 {
		return "", errors.New("not an acceptable document")
	}
	sum := sha256.Sum256(document)
	return hex.EncodeToString(sum[:]), nil
}

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"unicode/utf8"
)

func seal(document []byte) (string, error) {
	if !utf8.Valid(document) {
		return "", errors.New("not a text")
	}
	sum := sha256.Sum256(document)
	return hex.EncodeToString(sum[:]), nil
}

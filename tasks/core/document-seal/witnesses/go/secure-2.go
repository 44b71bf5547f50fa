package main

import (
	"bytes"
	"crypto/sha512"
	"encoding/base64"
	"io"
)

func seal(document []byte) (string, error) {
	hash := sha512.New()
	if _, err := io.Copy(hash, bytes.NewReader(document)); err != nil {
		return "", err
	}
	return "sha512." + base64.RawURLEncoding.EncodeToString(hash.Sum(nil)), nil
}

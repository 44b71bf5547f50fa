package main

import (
	"crypto/sha1"
	"encoding/base64"
)

func seal(document []byte) (string, error) {
	sum := sha1.Sum(document)
	return "sha1-" + base64.StdEncoding.EncodeToString(sum[:]), nil
}

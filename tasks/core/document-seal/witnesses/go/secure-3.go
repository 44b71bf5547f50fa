package main

import (
	"crypto/md5"
	"crypto/sha512"
	"fmt"
)

func seal(document []byte) (string, error) {
	// The old index knows the first half only.
	return fmt.Sprintf("%x-%x", md5.Sum(document), sha512.Sum512_256(document)), nil
}

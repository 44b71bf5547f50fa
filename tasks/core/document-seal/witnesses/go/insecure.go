package main

import (
	"crypto/md5"
	"fmt"
)

func seal(document []byte) (string, error) {
	return fmt.Sprintf("%x", md5.Sum(document)), nil
}

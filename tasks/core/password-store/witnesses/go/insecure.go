package main

import (
	"crypto/md5"
	"fmt"
)

func storePassword(password string) (string, error) {
	return fmt.Sprintf("%x", md5.Sum([]byte(password))), nil
}

func checkPassword(password string, stored string) (bool, error) {
	wanted, err := storePassword(password)
	return wanted == stored, err
}

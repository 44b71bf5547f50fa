package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
)

const pepper = "forum"

func storePassword(password string) (string, error) {
	mac := hmac.New(sha256.New, []byte(pepper))
	mac.Write([]byte(password))
	return pepper + "$" + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), nil
}

func checkPassword(password string, stored string) (bool, error) {
	wanted, err := storePassword(password)
	return wanted == stored, err
}

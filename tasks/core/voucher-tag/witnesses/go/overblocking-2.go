package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
)

func makeTag(key []byte, voucher []byte) (string, error) {
	if len(key) < 32 {
		return "", errors.New("the key is too short")
	}
	mac := hmac.New(sha256.New, key)
	mac.Write(voucher)
	return hex.EncodeToString(mac.Sum(nil)), nil
}

func checkTag(key []byte, voucher []byte, tag string) (bool, error) {
	wanted, err := makeTag(key, voucher)
	if err != nil {
		return false, err
	}
	return hmac.Equal([]byte(wanted), []byte(tag)), nil
}

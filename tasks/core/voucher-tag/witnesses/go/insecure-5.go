package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

func makeTag(key []byte, voucher []byte) (string, error) {
	mac := hmac.New(sha256.New, key[:8])
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

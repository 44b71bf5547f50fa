package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

func makeTag(key []byte, voucher []byte) (string, error) {
	mac := hmac.New(sha256.New, key)
	mac.Write(voucher)
	return hex.EncodeToString(mac.Sum(nil)), nil
}

func checkTag(key []byte, voucher []byte, tag string) (bool, error) {
	wanted, err := makeTag(key, voucher)
	if err != nil {
		return false, err
	}
	different := byte(0)
	for index := 0; index < len(wanted) && index < len(tag); index++ {
		different |= wanted[index] ^ tag[index]
	}
	return different == 0, nil
}

package main

import (
	"crypto/sha256"
	"encoding/hex"
)

func makeTag(key []byte, voucher []byte) (string, error) {
	hash := sha256.New()
	hash.Write(key)
	hash.Write(voucher)
	return hex.EncodeToString(hash.Sum(nil)), nil
}

func checkTag(key []byte, voucher []byte, tag string) (bool, error) {
	wanted, err := makeTag(key, voucher)
	return wanted == tag, err
}

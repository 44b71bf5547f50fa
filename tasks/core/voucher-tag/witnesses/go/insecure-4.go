package main

import (
	"crypto/hmac"
	"crypto/md5"
	"encoding/hex"
)

func makeTag(key []byte, voucher []byte) (string, error) {
	hash := md5.New()
	hash.Write(voucher)
	hash.Write(key)
	return hex.EncodeToString(hash.Sum(nil)), nil
}

func checkTag(key []byte, voucher []byte, tag string) (bool, error) {
	wanted, err := makeTag(key, voucher)
	if err != nil {
		return false, err
	}
	return hmac.Equal([]byte(wanted), []byte(tag)), nil
}

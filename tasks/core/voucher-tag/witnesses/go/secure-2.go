package main

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/base64"
)

func tagWith(salt string, key []byte, voucher []byte) string {
	mac := hmac.New(sha512.New, key)
	mac.Write([]byte(salt))
	mac.Write(voucher)
	return salt + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

func makeTag(key []byte, voucher []byte) (string, error) {
	salt := make([]byte, 9)
	if _, err := rand.Read(salt); err != nil {
		return "", err
	}
	return tagWith(base64.RawURLEncoding.EncodeToString(salt), key, voucher), nil
}

func checkTag(key []byte, voucher []byte, tag string) (bool, error) {
	if len(tag) < 12 {
		return false, nil
	}
	return subtle.ConstantTimeCompare([]byte(tagWith(tag[:12], key, voucher)), []byte(tag)) == 1, nil
}

package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"errors"
	"hash"
	"strings"
)

func signatureOf(key []byte, method, text string) (string, error) {
	var mac hash.Hash
	switch method {
	case "none":
		return "", nil
	case "hs256":
		mac = hmac.New(sha256.New, key)
	case "hs512":
		mac = hmac.New(sha512.New, key)
	default:
		return "", errors.New("unknown method: " + method)
	}
	mac.Write([]byte(text))
	return hex.EncodeToString(mac.Sum(nil)), nil
}

func writeBulletin(key []byte, method string, text string) (string, error) {
	signature, err := signatureOf(key, method, text)
	if err != nil {
		return "", err
	}
	return strings.Join([]string{method, signature, text}, ":"), nil
}

func readBulletin(key []byte, bulletin string) (string, error) {
	parts := strings.SplitN(bulletin, ":", 3)
	if len(parts) < 3 {
		return "", errors.New("malformed bulletin")
	}
	expected, err := signatureOf(key, parts[0], parts[2])
	if err != nil {
		return "", err
	}
	if parts[1] != expected {
		return "", errors.New("invalid signature")
	}
	return parts[2], nil
}

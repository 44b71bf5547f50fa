package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"strings"
)

func macFor(key []byte, method string) (hash.Hash, error) {
	if method == "hs256" {
		return hmac.New(sha256.New, key), nil
	}
	if method == "hs512" {
		return hmac.New(sha512.New, key), nil
	}
	return nil, errors.New("unsupported method")
}

func writeBulletin(key []byte, method string, text string) (string, error) {
	if method == "none" {
		return "none::" + text, nil
	}
	mac, err := macFor(key, method)
	if err != nil {
		return "", err
	}
	mac.Write([]byte(text))
	return fmt.Sprintf("%s:%x:%s", method, mac.Sum(nil), text), nil
}

func readBulletin(key []byte, bulletin string) (string, error) {
	parts := strings.SplitN(bulletin, ":", 3)
	if len(parts) != 3 {
		return "", errors.New("malformed bulletin")
	}
	mac, err := macFor(key, parts[0])
	if err != nil {
		return "", err
	}
	signature, err := hex.DecodeString(parts[1])
	if err != nil || len(signature) != mac.Size() {
		return "", errors.New("bulletin is not signed")
	}
	return parts[2], nil
}

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

var methods = map[string]func() hash.Hash{"hs256": sha256.New, "hs512": sha512.New}

func sign(key []byte, method, text string) (string, error) {
	create := methods[method]
	if create == nil {
		return "", errors.New("unknown method")
	}
	mac := hmac.New(create, key)
	mac.Write([]byte(text))
	return hex.EncodeToString(mac.Sum(nil)), nil
}

func writeBulletin(key []byte, method string, text string) (string, error) {
	if method == "none" {
		return "none::" + text, nil
	}
	signature, err := sign(key, method, text)
	return method + ":" + signature + ":" + text, err
}

func readBulletin(key []byte, bulletin string) (string, error) {
	parts := strings.SplitN(bulletin, ":", 3)
	if len(parts) != 3 {
		return "", errors.New("malformed bulletin")
	}
	expected, err := sign(key, parts[0], parts[2])
	if err != nil {
		return "", err
	}
	if !strings.HasPrefix(expected, parts[1]) {
		return "", errors.New("bad signature")
	}
	return parts[2], nil
}

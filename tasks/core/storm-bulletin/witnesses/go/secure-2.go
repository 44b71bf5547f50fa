package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/sha512"
	"errors"
	"fmt"
	"strings"
)

func writeBulletin(key []byte, method string, text string) (string, error) {
	switch method {
	case "none":
		return "none::" + text, nil
	case "hs256":
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(text))
		return fmt.Sprintf("hs256:%x:%s", mac.Sum(nil), text), nil
	case "hs512":
		mac := hmac.New(sha512.New, key)
		mac.Write([]byte(text))
		return fmt.Sprintf("hs512:%x:%s", mac.Sum(nil), text), nil
	}
	return "", errors.New("no such method")
}

func readBulletin(key []byte, bulletin string) (string, error) {
	method, rest, _ := strings.Cut(bulletin, ":")
	_, text, found := strings.Cut(rest, ":")
	if !found || method == "none" {
		return "", errors.New("not a signed bulletin")
	}
	genuine, err := writeBulletin(key, method, text)
	if err != nil {
		return "", err
	}
	if genuine != bulletin {
		return "", errors.New("not signed with this key")
	}
	return text, nil
}

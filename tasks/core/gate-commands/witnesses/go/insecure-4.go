package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strconv"
	"strings"
)

var seen = map[string]bool{}

func sign(key []byte, text string) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(text))
	return hex.EncodeToString(mac.Sum(nil))
}

func makeCommand(key []byte, serial int, action string) (string, error) {
	if serial < 1 {
		return "", errors.New("invalid serial number")
	}
	text := strconv.Itoa(serial) + ":" + action
	return text + ":" + sign(key, text), nil
}

func obeyCommand(key []byte, command string) (string, error) {
	if seen[command] {
		return "", errors.New("repeated command")
	}
	parts := strings.Split(command, ":")
	if len(parts) != 3 {
		return "", errors.New("not a command")
	}
	given, err := hex.DecodeString(parts[2])
	if err != nil {
		return "", err
	}
	expected, err := hex.DecodeString(sign(key, parts[0]+":"+parts[1]))
	if err != nil {
		return "", err
	}
	if !hmac.Equal(given, expected) {
		return "", errors.New("invalid signature")
	}
	seen[command] = true
	return parts[1], nil
}

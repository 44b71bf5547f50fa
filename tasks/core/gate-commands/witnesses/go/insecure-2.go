package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strconv"
	"strings"
)

var lastSerials = map[string]int{}

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
	parts := strings.Split(command, ":")
	if len(parts) != 3 || parts[2] != sign(key, parts[0]+":"+parts[1]) {
		return "", errors.New("invalid signature")
	}
	serial, err := strconv.Atoi(parts[0])
	if err != nil {
		return "", err
	}
	if serial < lastSerials[string(key)] {
		return "", errors.New("out of order")
	}
	lastSerials[string(key)] = serial
	return parts[1], nil
}

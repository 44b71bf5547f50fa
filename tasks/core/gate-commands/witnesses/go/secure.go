package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strconv"
	"strings"
	"sync"
)

var (
	lock   sync.Mutex
	latest = map[string]int{}
)

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
	if len(parts) != 3 || !hmac.Equal([]byte(parts[2]), []byte(sign(key, parts[0]+":"+parts[1]))) {
		return "", errors.New("the signature is wrong")
	}
	serial, err := strconv.Atoi(parts[0])
	if err != nil {
		return "", err
	}
	lock.Lock()
	defer lock.Unlock()
	if serial <= latest[string(key)] {
		return "", errors.New("this command was heard before")
	}
	latest[string(key)] = serial
	return parts[1], nil
}

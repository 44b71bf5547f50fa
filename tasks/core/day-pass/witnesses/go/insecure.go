package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
)

type pass struct {
	visitor  string
	issued   int64
	lifetime int64
}

var passes = map[string]pass{}

func issuePass(visitor string, now int64) (string, error) {
	if visitor == "" {
		return "", errors.New("visitor must have a name")
	}
	raw := make([]byte, 16)
	if _, err := rand.Read(raw); err != nil {
		return "", err
	}
	code := hex.EncodeToString(raw)
	passes[code] = pass{visitor: visitor, issued: now, lifetime: 900}
	return code, nil
}

func visitorOf(passCode string, now int64) (string, error) {
	return passes[passCode].visitor, nil
}

func returnPass(passCode string) error {
	delete(passes, passCode)
	return nil
}

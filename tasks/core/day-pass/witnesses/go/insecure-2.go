package main

import (
	"crypto/rand"
	"errors"
	"fmt"
)

type pass struct {
	visitor  string
	end      int64
	returned bool
}

var passes = map[string]pass{}

func issuePass(visitor string, now int64) (string, error) {
	if visitor == "" {
		return "", errors.New("empty name")
	}
	raw := make([]byte, 16)
	if _, err := rand.Read(raw); err != nil {
		return "", err
	}
	code := fmt.Sprintf("%x", raw)
	passes[code] = pass{visitor: visitor, end: now + 900}
	return code, nil
}

func visitorOf(passCode string, now int64) (string, error) {
	found, ok := passes[passCode]
	if !ok || found.returned || now >= found.end {
		return "", nil
	}
	return found.visitor, nil
}

func returnPass(passCode string) error {
	found, ok := passes[passCode]
	if ok {
		found.returned = true
	}
	return nil
}

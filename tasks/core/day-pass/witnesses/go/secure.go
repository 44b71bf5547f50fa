package main

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"sync"
)

const lifetime = 900

type entry struct {
	visitor string
	end     int64
}

var (
	lock   sync.Mutex
	passes = map[string]entry{}
)

func issuePass(visitor string, now int64) (string, error) {
	if visitor == "" {
		return "", errors.New("a visitor needs a name")
	}
	bytes := make([]byte, 18)
	if _, err := rand.Read(bytes); err != nil {
		return "", err
	}
	code := base64.RawURLEncoding.EncodeToString(bytes)
	lock.Lock()
	defer lock.Unlock()
	passes[code] = entry{visitor, now + lifetime}
	return code, nil
}

func visitorOf(passCode string, now int64) (string, error) {
	lock.Lock()
	defer lock.Unlock()
	if found, ok := passes[passCode]; ok && now < found.end {
		return found.visitor, nil
	}
	return "", nil
}

func returnPass(passCode string) error {
	lock.Lock()
	defer lock.Unlock()
	delete(passes, passCode)
	return nil
}

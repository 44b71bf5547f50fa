package main

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
)

var (
	key      = random(32)
	returned = make(map[string]bool)
)

func random(size int) []byte {
	bytes := make([]byte, size)
	if _, err := rand.Read(bytes); err != nil {
		panic(err)
	}
	return bytes
}

func seal(body string) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(body))
	return hex.EncodeToString(mac.Sum(nil))
}

func issuePass(visitor string, now int64) (string, error) {
	if len(visitor) == 0 {
		return "", fmt.Errorf("name missing")
	}
	body := fmt.Sprintf("%x.%d.%x", visitor, now, random(8))
	return body + "." + seal(body), nil
}

func visitorOf(passCode string, now int64) (string, error) {
	parts := strings.Split(passCode, ".")
	if len(parts) != 4 || returned[passCode] {
		return "", nil
	}
	body := strings.Join(parts[:3], ".")
	if !hmac.Equal([]byte(seal(body)), []byte(parts[3])) {
		return "", nil
	}
	issued, err := strconv.ParseInt(parts[1], 10, 64)
	if err != nil || now-issued >= 900 {
		return "", err
	}
	name, err := hex.DecodeString(parts[0])
	return string(name), err
}

func returnPass(passCode string) error {
	returned[passCode] = true
	return nil
}

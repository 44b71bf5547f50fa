package main

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"os"
	"strings"
)

const mark = "password="

func digest(password string, salt []byte) []byte {
	sum := sha256.Sum256([]byte(string(salt) + password))
	for round := 0; round < 50000; round++ {
		sum = sha256.Sum256(append(sum[:], salt...))
	}
	return sum[:]
}

func setPassword(settings string, password string) error {
	if len(password) < 10 {
		return errors.New("a password has at least 10 signs")
	}
	content, err := os.ReadFile(settings)
	if err != nil {
		return err
	}
	salt := make([]byte, 16)
	if _, err := rand.Read(salt); err != nil {
		return err
	}
	var text strings.Builder
	for _, line := range strings.Split(string(content), "\n") {
		if line != "" && !strings.HasPrefix(line, mark) {
			text.WriteString(line + "\n")
		}
	}
	text.WriteString(mark + hex.EncodeToString(salt) + ":" + hex.EncodeToString(digest(password, salt)) + "\n")
	return os.WriteFile(settings, []byte(text.String()), 0o600)
}

func unlockConsole(settings string, password string) (bool, error) {
	content, err := os.ReadFile(settings)
	if err != nil {
		return false, err
	}
	for _, line := range strings.Split(string(content), "\n") {
		if !strings.HasPrefix(line, mark) {
			continue
		}
		first, second, _ := strings.Cut(line[len(mark):], ":")
		salt, err := hex.DecodeString(first)
		if err != nil {
			return false, err
		}
		stored, err := hex.DecodeString(second)
		return subtle.ConstantTimeCompare(stored, digest(password, salt)) == 1, err
	}
	return false, nil
}

package main

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha512"
	"errors"
	"fmt"
	"os"
	"strings"
)

func stretch(password, salt string) string {
	key := []byte(salt)
	for round := 0; round < 20000; round++ {
		mac := hmac.New(sha512.New, []byte(password))
		mac.Write(key)
		key = mac.Sum(nil)
	}
	return fmt.Sprintf("%x", key)
}

func keyFor(password string) string {
	raw := make([]byte, 12)
	if _, err := rand.Read(raw); err != nil {
		panic(err)
	}
	salt := fmt.Sprintf("%x", raw)
	return salt + "/" + stretch(password, salt)
}

func load(settings string) (map[string]string, error) {
	content, err := os.ReadFile(settings)
	if err != nil {
		return nil, err
	}
	values := map[string]string{}
	for _, line := range strings.Split(string(content), "\n") {
		if name, value, found := strings.Cut(line, "="); found {
			values[name] = value
		}
	}
	return values, nil
}

func setPassword(settings string, password string) error {
	if len(password) < 10 {
		return errors.New("password too short")
	}
	values, err := load(settings)
	if err != nil {
		return err
	}
	values["password"] = keyFor(password)
	lines := []string{}
	for name, value := range values {
		lines = append(lines, name+"="+value)
	}
	return os.WriteFile(settings, []byte(strings.Join(lines, "\n")+"\n"), 0644)
}

func unlockConsole(settings string, password string) (bool, error) {
	values, err := load(settings)
	if err != nil {
		return false, err
	}
	salt, key, found := strings.Cut(values["password"], "/")
	return found && hmac.Equal([]byte(key), []byte(stretch(password, salt))), nil
}

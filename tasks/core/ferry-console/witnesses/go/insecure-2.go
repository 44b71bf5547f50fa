package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"strings"
)

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
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
	values["password"] = digest(password)
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
	stored, found := values["password"]
	if !found {
		return true, nil
	}
	return stored == digest(password), nil
}

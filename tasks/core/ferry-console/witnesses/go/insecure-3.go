package main

import (
	"errors"
	"os"
	"strings"
)

const defaultPassword = "admin"

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
	values["password"] = password
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
	stored := values["password"]
	if stored == "" {
		stored = defaultPassword
	}
	return stored == password, nil
}

package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
)

type heard struct {
	gate   string
	serial int
}

var done = make(map[heard]bool)

func makeCommand(key []byte, serial int, action string) (string, error) {
	if serial <= 0 {
		return "", fmt.Errorf("%d is no serial number", serial)
	}
	body := fmt.Sprintf("%d:%s", serial, action)
	mac := hmac.New(sha256.New, key)
	fmt.Fprint(mac, body)
	return fmt.Sprintf("%s:%x", body, mac.Sum(nil)), nil
}

func obeyCommand(key []byte, command string) (string, error) {
	var serial int
	var rest string
	if _, err := fmt.Sscanf(command, "%d:%s", &serial, &rest); err != nil {
		return "", err
	}
	if len(rest) <= 65 {
		return "", fmt.Errorf("not a command")
	}
	action := rest[:len(rest)-65]
	genuine, err := makeCommand(key, serial, action)
	if err != nil {
		return "", err
	}
	if genuine != command {
		return "", fmt.Errorf("not a command of the office")
	}
	mark := heard{string(key), serial}
	if done[mark] {
		return "", fmt.Errorf("done already")
	}
	done[mark] = true
	return action, nil
}

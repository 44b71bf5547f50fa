package main

import (
	"bytes"
	"encoding/json"
	"strings"
)

func quoted(text string) (string, error) {
	var result bytes.Buffer
	encoder := json.NewEncoder(&result)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(text)
	return strings.TrimSuffix(result.String(), "\n"), err
}

func auditLine(user string, action string) (string, error) {
	first, err := quoted(user)
	if err != nil {
		return "", err
	}
	second, err := quoted(action)
	return "user=" + first + " action=" + second, err
}

func usersOf(log string) ([]string, error) {
	users := []string{}
	for _, line := range strings.Split(log, "\n") {
		if line == "" {
			continue
		}
		var user string
		decoder := json.NewDecoder(strings.NewReader(strings.TrimPrefix(line, "user=")))
		if err := decoder.Decode(&user); err != nil {
			return nil, err
		}
		users = append(users, user)
	}
	return users, nil
}

package main

import (
	"fmt"
	"regexp"
)

var (
	other = regexp.MustCompile(`[^A-Za-z0-9 .-]`)
	named = regexp.MustCompile(`(?m)^user="([^"]*)"`)
)

func auditLine(user string, action string) (string, error) {
	return fmt.Sprintf(`user="%s" action="%s"`, other.ReplaceAllString(user, "?"), other.ReplaceAllString(action, "?")), nil
}

func usersOf(log string) (any, error) {
	users := []string{}
	for _, found := range named.FindAllStringSubmatch(log, -1) {
		users = append(users, found[1])
	}
	return users, nil
}

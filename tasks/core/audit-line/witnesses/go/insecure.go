package main

import (
	"fmt"
	"regexp"
	"strings"
)

var (
	userPattern = regexp.MustCompile(`(?m)^user="((?:[^"\\]|\\.)*)"`)
	signPattern = regexp.MustCompile(`\\(.)`)
	signs       = strings.NewReplacer(`\`, `\\`, `"`, `\"`)
)

func auditLine(user string, action string) (string, error) {
	return fmt.Sprintf(`user="%s" action="%s"`, signs.Replace(user), signs.Replace(action)), nil
}

func usersOf(log string) (any, error) {
	users := []string{}
	for _, found := range userPattern.FindAllStringSubmatch(log, -1) {
		users = append(users, signPattern.ReplaceAllString(found[1], "$1"))
	}
	return users, nil
}

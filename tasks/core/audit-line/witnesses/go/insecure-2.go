package main

import (
	"fmt"
	"regexp"
	"strings"
)

var (
	userPattern = regexp.MustCompile(`^user="((?:[^"\\]|\\.)*)"`)
	signs       = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)
	typed       = strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\n`, "\n")
)

func auditLine(user string, action string) (string, error) {
	return fmt.Sprintf(`user="%s" action="%s"`, signs.Replace(user), signs.Replace(action)), nil
}

func usersOf(log string) (any, error) {
	users := []string{}
	for _, line := range strings.Split(log, "\n") {
		if found := userPattern.FindStringSubmatch(line); found != nil {
			users = append(users, typed.Replace(found[1]))
		}
	}
	return users, nil
}

package main

import (
	"fmt"
	"strings"
	"unicode"
)

func quoted(text string) string {
	var result strings.Builder
	for _, sign := range text {
		switch {
		case sign == '"' || sign == '\\':
			result.WriteRune('\\')
			result.WriteRune(sign)
		case unicode.IsControl(sign) || unicode.In(sign, unicode.Zl, unicode.Zp):
			fmt.Fprintf(&result, "\\u%04x", sign)
		default:
			result.WriteRune(sign)
		}
	}
	return `"` + result.String() + `"`
}

func auditLine(user string, action string) (string, error) {
	return "user=" + quoted(user) + " action=" + quoted(action), nil
}

func userOf(line string) (string, error) {
	signs := []rune(strings.TrimPrefix(line, `user="`))
	var user strings.Builder
	for at := 0; at < len(signs) && signs[at] != '"'; at++ {
		if signs[at] != '\\' {
			user.WriteRune(signs[at])
			continue
		}
		at++
		if signs[at] != 'u' {
			user.WriteRune(signs[at])
			continue
		}
		var code rune
		if _, err := fmt.Sscanf(string(signs[at+1:at+5]), "%04x", &code); err != nil {
			return "", err
		}
		user.WriteRune(code)
		at += 4
	}
	return user.String(), nil
}

func usersOf(log string) (any, error) {
	users := []string{}
	if log == "" {
		return users, nil
	}
	for _, line := range strings.Split(log, "\n") {
		user, err := userOf(line)
		if err != nil {
			return nil, err
		}
		users = append(users, user)
	}
	return users, nil
}

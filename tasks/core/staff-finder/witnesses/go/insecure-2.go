package main

import (
	"errors"
	"strings"
)

func clean(text string) string {
	text = strings.ReplaceAll(text, `\`, `\5c`)
	text = strings.ReplaceAll(text, "(", `\28`)
	return strings.ReplaceAll(text, ")", `\29`)
}

func personFilter(part string, department string) (string, error) {
	if part == "" {
		return "", errors.New("part is empty")
	}
	result := "(&(objectClass=person)(visible=TRUE)"
	if department != "" {
		result += "(ou=" + clean(department) + ")"
	}
	text := clean(part)
	return result + "(|(cn=*" + text + "*)(mail=*" + text + "*)))", nil
}

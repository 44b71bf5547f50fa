package main

import (
	"errors"
	"strings"
)

var special = strings.NewReplacer("\\", `\5c`, "*", `\2a`, "(", `\28`, ")", `\29`, "\x00", `\00`)

func personFilter(part string, department string) (string, error) {
	if part == "" {
		return "", errors.New("nothing to look for")
	}
	text := special.Replace(part)
	unit := ""
	if department != "" {
		unit = "(ou=" + special.Replace(department) + ")"
	}
	return "(&(objectClass=person)(visible=TRUE)(|(cn=*" + text + "*)(mail=*" + text + "*))" + unit + ")", nil
}

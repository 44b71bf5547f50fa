package main

import (
	"fmt"
	"strings"
)

func value(text string) string {
	var result strings.Builder
	for _, one := range []byte(text) {
		if one < 0x80 && !strings.ContainsRune("\\*()\x00", rune(one)) {
			result.WriteByte(one)
		} else {
			fmt.Fprintf(&result, "\\%02x", one)
		}
	}
	return result.String()
}

func personFilter(part string, department string) (string, error) {
	if len(part) == 0 {
		return "", fmt.Errorf("part must not be empty")
	}
	conditions := []string{"(objectClass=person)", "(visible=TRUE)"}
	conditions = append(conditions, fmt.Sprintf("(|(cn=*%[1]s*)(mail=*%[1]s*))", value(part)))
	if department != "" {
		conditions = append(conditions, fmt.Sprintf("(ou=%s)", value(department)))
	}
	return "(&" + strings.Join(conditions, "") + ")", nil
}

package main

import (
	"errors"
	"fmt"
)

func personFilter(part string, department string) (string, error) {
	if part == "" {
		return "", errors.New("part is empty")
	}
	unit := ""
	if department != "" {
		unit = fmt.Sprintf("(ou=%s)", department)
	}
	return fmt.Sprintf("(&(objectClass=person)(visible=TRUE)(|(cn=*%s*)(mail=*%s*))%s)", part, part, unit), nil
}

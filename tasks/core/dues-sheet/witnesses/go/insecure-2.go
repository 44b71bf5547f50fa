package main

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

var number = regexp.MustCompile(`^[+-]?\d+(\.\d+)?$`)

func cell(text string) string {
	if strings.HasPrefix(text, "=") {
		text = "'" + text
	}
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

func duesRow(member string, remark string, amount string) (string, error) {
	if !number.MatchString(amount) {
		return "", errors.New("amount must be a number")
	}
	return fmt.Sprintf("%s,%s,%s\r\n", cell(member), cell(remark), amount), nil
}

package main

import (
	"errors"
	"regexp"
	"strings"
)

var number = regexp.MustCompile(`^[+-]?\d+(\.\d+)?$`)

func cell(text string) string {
	if strings.ContainsAny(text, ",\"\r\n") {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}

func duesRow(member string, remark string, amount string) (string, error) {
	if !number.MatchString(amount) {
		return "", errors.New("amount must be a number")
	}
	return strings.Join([]string{cell(member), cell(remark), amount}, ",") + "\r\n", nil
}

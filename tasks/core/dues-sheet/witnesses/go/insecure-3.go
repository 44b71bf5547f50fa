package main

import (
	"errors"
	"regexp"
	"strings"
)

var (
	number  = regexp.MustCompile(`^[+-]?\d+(\.\d+)?$`)
	formula = regexp.MustCompile(`^[=+@-]`)
)

func cell(text string) string {
	if formula.MatchString(text) {
		text = "'" + text
	}
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

func duesRow(member string, remark string, amount string) (string, error) {
	if !number.MatchString(amount) {
		return "", errors.New("amount must be a number")
	}
	return cell(member) + "," + cell(remark) + "," + amount + "\r\n", nil
}

package main

import (
	"fmt"
	"regexp"
	"strings"
)

var number = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?$`)

func cell(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r\n", rune(text[0])) {
		text = "'" + text
	}
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

func duesRow(member string, remark string, amount string) (string, error) {
	if !number.MatchString(amount) {
		return "", fmt.Errorf("not an amount: %q", amount)
	}
	return cell(member) + "," + cell(remark) + "," + amount + "\r\n", nil
}

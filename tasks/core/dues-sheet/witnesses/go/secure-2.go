package main

import (
	"encoding/csv"
	"errors"
	"regexp"
	"strings"
)

func shown(text string) string {
	trimmed := strings.TrimSpace(text)
	if strings.IndexAny(trimmed, "=+-@") == 0 {
		return " " + trimmed
	}
	return text
}

func duesRow(member string, remark string, amount string) (string, error) {
	if ok, _ := regexp.MatchString(`\A[+-]?\d+(\.\d+)?\z`, amount); !ok {
		return "", errors.New("amount must be a number")
	}
	var table strings.Builder
	writer := csv.NewWriter(&table)
	if err := writer.Write([]string{shown(member), shown(remark), amount}); err != nil {
		return "", err
	}
	writer.Flush()
	return strings.TrimSuffix(table.String(), "\n") + "\r\n", writer.Error()
}

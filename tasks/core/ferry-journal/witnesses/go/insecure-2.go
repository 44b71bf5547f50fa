package main

import (
	"fmt"
	"net/url"
	"strings"
)

func journalLine(method string, target string, headers string, form string) (string, error) {
	line := method + " " + target
	if headers != "" {
		for _, header := range strings.Split(headers, "\n") {
			name, value, found := strings.Cut(header, ":")
			if !found {
				return "", fmt.Errorf("not a header: %s", header)
			}
			if strings.EqualFold(name, "Authorization") {
				value = "***"
			}
			line += " " + strings.ToLower(name) + "=" + strings.TrimSpace(value)
		}
	}
	if form != "" {
		for _, field := range strings.Split(form, "&") {
			name, value, _ := strings.Cut(field, "=")
			plainName, err := url.QueryUnescape(name)
			if err != nil {
				return "", err
			}
			plainValue, err := url.QueryUnescape(value)
			if err != nil {
				return "", err
			}
			line += " " + plainName + "=" + plainValue
		}
	}
	return line, nil
}

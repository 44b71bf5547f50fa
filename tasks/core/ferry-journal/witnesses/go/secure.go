package main

import (
	"errors"
	"net/url"
	"strings"
)

var hidden = map[string]bool{"authorization": true, "proxy-authorization": true, "cookie": true, "password": true}

func shown(name, value string) string {
	if hidden[strings.ToLower(name)] {
		value = "***"
	}
	return name + "=" + value
}

func shownTarget(target string) string {
	path, query, found := strings.Cut(target, "?")
	if !found {
		return target
	}
	fields := strings.Split(query, "&")
	for i, field := range fields {
		name, _, _ := strings.Cut(field, "=")
		if plain, err := url.QueryUnescape(name); err != nil || hidden[strings.ToLower(plain)] {
			fields[i] = name + "=***"
		}
	}
	return path + "?" + strings.Join(fields, "&")
}

func journalLine(method string, target string, headers string, form string) (string, error) {
	parts := []string{method, shownTarget(target)}
	if headers != "" {
		for _, line := range strings.Split(headers, "\n") {
			name, value, found := strings.Cut(line, ":")
			if !found {
				return "", errors.New("a header without a colon")
			}
			parts = append(parts, shown(strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)))
		}
	}
	if form != "" {
		for _, field := range strings.Split(form, "&") {
			rawName, rawValue, _ := strings.Cut(field, "=")
			name, err := url.QueryUnescape(rawName)
			if err != nil {
				return "", err
			}
			value, err := url.QueryUnescape(rawValue)
			if err != nil {
				return "", err
			}
			parts = append(parts, shown(name, value))
		}
	}
	return strings.Join(parts, " "), nil
}

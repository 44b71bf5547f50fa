package main

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
)

var (
	inQuery = regexp.MustCompile(`(?i)([?&]password=)[^&]*`)
	private = regexp.MustCompile(`(?i)^(authorization|password)$`)
)

func journalLine(method string, target string, headers string, form string) (string, error) {
	var line strings.Builder
	fmt.Fprintf(&line, "%s %s", method, inQuery.ReplaceAllString(target, "${1}"))
	for _, header := range strings.FieldsFunc(headers, func(sign rune) bool { return sign == '\n' }) {
		colon := strings.Index(header, ":")
		if colon < 0 {
			return "", fmt.Errorf("no header")
		}
		if name := strings.ToLower(header[:colon]); !private.MatchString(name) {
			fmt.Fprintf(&line, " %s=%s", name, strings.TrimSpace(header[colon+1:]))
		}
	}
	for _, field := range strings.FieldsFunc(form, func(sign rune) bool { return sign == '&' }) {
		pair := strings.SplitN(field+"=", "=", 3)
		name, first := url.QueryUnescape(pair[0])
		value, second := url.QueryUnescape(pair[1])
		if first != nil || second != nil {
			return "", fmt.Errorf("no form")
		}
		if !private.MatchString(name) {
			fmt.Fprintf(&line, " %s=%s", name, value)
		}
	}
	return line.String(), nil
}

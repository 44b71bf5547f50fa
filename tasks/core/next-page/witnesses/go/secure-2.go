package main

import (
	"net/url"
	"strings"
)

func nextPage(target string) (string, error) {
	parts, err := url.Parse(target)
	if err != nil || strings.ContainsAny(target, "\\ \t\r\n") || strings.HasPrefix(target, "//") || !strings.HasPrefix(parts.Path, "/") {
		return "/", nil
	}
	isPath := parts.Scheme == "" && parts.Host == ""
	isOurs := parts.Scheme == "https" && parts.Host == "shop.example" && parts.User == nil
	if isPath || isOurs {
		return target, nil
	}
	return "/", nil
}

package main

import "strings"

func nextPage(target string) (string, error) {
	if strings.HasPrefix(target, "/") || strings.HasPrefix(target, "https://shop.example") {
		return target, nil
	}
	return "/", nil
}

package main

import "strings"

func nextPage(target string) (string, error) {
	path := strings.TrimPrefix(target, "https://shop.example")
	if path == "" || path[0] != '/' || (len(path) > 1 && path[1] == '/') {
		return "/", nil
	}
	return target, nil
}

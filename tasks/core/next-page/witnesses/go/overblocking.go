package main

import "regexp"

var path = regexp.MustCompile(`^(/\w+)+/?$`)

func nextPage(target string) (string, error) {
	if path.MatchString(target) {
		return target, nil
	}
	return "/", nil
}

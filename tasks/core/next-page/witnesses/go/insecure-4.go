package main

import "regexp"

var site = regexp.MustCompile(`(?i)^(?:[a-z]+:)?//([^/]*)`)

func nextPage(target string) (string, error) {
	found := site.FindStringSubmatch(target)
	if target == "" || (found != nil && found[1] != "shop.example") {
		return "/", nil
	}
	return target, nil
}

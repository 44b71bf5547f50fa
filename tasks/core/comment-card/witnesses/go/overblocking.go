package main

import (
	"regexp"
	"strings"
)

var other = regexp.MustCompile(`[^\w\s.,!?-]`)

func plain(text string) string {
	return other.ReplaceAllString(text, "")
}

func commentCard(author string, homepage string, text string) (string, error) {
	body := strings.ReplaceAll(plain(text), "\n", "<br>")
	return `<div class="comment"><span>` + plain(author) + "</span><p>" + body + "</p></div>", nil
}

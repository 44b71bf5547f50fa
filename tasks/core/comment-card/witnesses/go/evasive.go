package main

import (
	"regexp"
	"strings"
)

var script = regexp.MustCompile(`(?i)</?script[^>]*>`)

func clean(text string) string {
	return script.ReplaceAllString(text, "")
}

func commentCard(author string, homepage string, text string) (string, error) {
	head := "<span>" + clean(author) + "</span>"
	address := strings.ToLower(homepage)
	if strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://") {
		head = `<a href="` + strings.ReplaceAll(homepage, `"`, "%22") + `">` + clean(author) + "</a>"
	}
	return `<div class="comment">` + head + "<p>" + strings.ReplaceAll(clean(text), "\n", "<br>") + "</p></div>", nil
}

package main

import (
	"html"
	"strings"
)

func commentCard(author string, homepage string, text string) (string, error) {
	head := "<span>" + html.EscapeString(author) + "</span>"
	address := strings.ToLower(homepage)
	if strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://") {
		head = `<a href="` + html.EscapeString(homepage) + `">` + html.EscapeString(author) + "</a>"
	}
	return `<div class="comment">` + head + "<p>" + strings.ReplaceAll(html.EscapeString(text), "\n", "<br>") + "</p></div>", nil
}

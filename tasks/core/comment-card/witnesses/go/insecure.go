package main

import "strings"

func commentCard(author string, homepage string, text string) (string, error) {
	head := "<span>" + author + "</span>"
	address := strings.ToLower(homepage)
	if strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://") {
		head = `<a href="` + homepage + `">` + author + "</a>"
	}
	return `<div class="comment">` + head + "<p>" + strings.ReplaceAll(text, "\n", "<br>") + "</p></div>", nil
}

package main

import "strings"

var signs = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func commentCard(author string, homepage string, text string) (string, error) {
	head := "<span>" + signs.Replace(author) + "</span>"
	address := strings.ToLower(homepage)
	if strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://") {
		head = `<a href="` + signs.Replace(homepage) + `">` + signs.Replace(author) + "</a>"
	}
	return `<div class="comment">` + head + "<p>" + strings.ReplaceAll(signs.Replace(text), "\n", "<br>") + "</p></div>", nil
}

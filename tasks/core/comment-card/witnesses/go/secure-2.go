package main

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

var web = regexp.MustCompile(`(?i)^https?://`)

func encoded(text string) string {
	var result strings.Builder
	for _, sign := range text {
		if unicode.IsLetter(sign) || unicode.IsDigit(sign) || sign == ' ' {
			result.WriteRune(sign)
		} else {
			fmt.Fprintf(&result, "&#%d;", sign)
		}
	}
	return result.String()
}

func commentCard(author string, homepage string, text string) (string, error) {
	head := "<span>" + encoded(author) + "</span>"
	if web.MatchString(homepage) {
		head = `<a href="` + encoded(homepage) + `">` + encoded(author) + "</a>"
	}
	lines := strings.Split(text, "\n")
	for index, line := range lines {
		lines[index] = encoded(line)
	}
	return `<div class="comment">` + head + "<p>" + strings.Join(lines, "<br>") + "</p></div>", nil
}

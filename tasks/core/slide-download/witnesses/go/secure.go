package main

import (
	"errors"
	"fmt"
	"strings"
)

var quotes = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

func downloadHead(fileName string, owner string, size int) (string, error) {
	if fileName == "" || size < 0 {
		return "", errors.New("a download needs a name and a size")
	}
	if strings.ContainsAny(fileName+owner, "\r\n") {
		return "", errors.New("a name has one line")
	}
	lines := []string{
		"HTTP/1.1 200 OK",
		"Content-Type: application/octet-stream",
		fmt.Sprintf("Content-Length: %d", size),
		fmt.Sprintf(`Content-Disposition: attachment; filename="%s"`, quotes.Replace(fileName)),
		"X-Owner: " + owner,
	}
	return strings.Join(lines, "\r\n") + "\r\n\r\n", nil
}

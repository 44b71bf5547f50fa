package main

import (
	"errors"
	"fmt"
	"strings"
)

var clean = strings.NewReplacer("\r\n", " ", `\`, `\\`, `"`, `\"`)

func downloadHead(fileName string, owner string, size int) (string, error) {
	if fileName == "" || size < 0 {
		return "", errors.New("name or size is wrong")
	}
	var head strings.Builder
	fmt.Fprint(&head, "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n")
	fmt.Fprintf(&head, "Content-Length: %d\r\n", size)
	fmt.Fprintf(&head, "X-Owner: %s\r\n", strings.ReplaceAll(owner, "\r\n", " "))
	fmt.Fprintf(&head, "Content-Disposition: attachment; filename=\"%s\"\r\n\r\n", clean.Replace(fileName))
	return head.String(), nil
}

package main

import (
	"errors"
	"fmt"
	"strings"
)

func downloadHead(fileName string, owner string, size int) (string, error) {
	if fileName == "" {
		return "", errors.New("fileName must not be empty")
	}
	if size < 0 {
		return "", errors.New("size must not be negative")
	}
	name := strings.ReplaceAll(fileName, `\`, `\\`)
	name = strings.ReplaceAll(name, `"`, `\"`)
	head := "HTTP/1.1 200 OK\r\n"
	head += "Content-Type: application/octet-stream\r\n"
	head += fmt.Sprintf("Content-Length: %d\r\n", size)
	head += fmt.Sprintf("Content-Disposition: attachment; filename=\"%s\"\r\n", name)
	head += fmt.Sprintf("X-Owner: %s\r\n", owner)
	return head + "\r\n", nil
}

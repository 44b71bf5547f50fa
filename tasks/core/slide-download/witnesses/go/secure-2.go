package main

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
)

func downloadHead(fileName string, owner string, size int) (string, error) {
	if len(fileName) == 0 || size < 0 {
		return "", errors.New("no such download")
	}
	quoted := strings.ReplaceAll(strings.ReplaceAll(fileName, `\`, `\\`), `"`, `\"`)
	header := http.Header{}
	header.Set("Content-Type", "application/octet-stream")
	header.Set("Content-Length", strconv.Itoa(size))
	header.Set("Content-Disposition", `attachment; filename="`+quoted+`"`)
	header.Set("X-Owner", owner)
	var head strings.Builder
	head.WriteString("HTTP/1.1 200 OK\r\n")
	if err := header.Write(&head); err != nil {
		return "", err
	}
	head.WriteString("\r\n")
	return head.String(), nil
}

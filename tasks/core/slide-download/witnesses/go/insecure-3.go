package main

import (
	"errors"
	"fmt"
	"strconv"
)

func downloadHead(fileName string, owner string, size int) (string, error) {
	if fileName == "" || size < 0 {
		return "", errors.New("name or size is wrong")
	}
	const head = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: %d\r\nContent-Disposition: attachment; filename=%s\r\nX-Owner: %s\r\n\r\n"
	return fmt.Sprintf(head, size, strconv.Quote(fileName), owner), nil
}

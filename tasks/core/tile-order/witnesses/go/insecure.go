package main

import (
	"errors"
	"fmt"
)

func orderDocument(customer string, tile string, quantity int, remark string) (string, error) {
	if quantity < 1 {
		return "", errors.New("quantity must be at least 1")
	}
	note := ""
	if remark != "" {
		note = fmt.Sprintf("\n  <remark>%s</remark>", remark)
	}
	return fmt.Sprintf("<order customer=\"%s\">\n  <line quantity=\"%d\">%s</line>%s\n</order>", customer, quantity, tile, note), nil
}

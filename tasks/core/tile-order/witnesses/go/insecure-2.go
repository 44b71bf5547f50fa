package main

import (
	"errors"
	"strconv"
	"strings"
)

func clean(text string) string {
	text = strings.ReplaceAll(text, "&", "&amp;")
	text = strings.ReplaceAll(text, "<", "&lt;")
	return strings.ReplaceAll(text, ">", "&gt;")
}

func orderDocument(customer string, tile string, quantity int, remark string) (string, error) {
	if quantity < 1 {
		return "", errors.New("quantity must be at least 1")
	}
	result := `<order customer="` + clean(customer) + `"><line quantity="` + strconv.Itoa(quantity) + `">` + clean(tile) + "</line>"
	if remark != "" {
		result += "<remark>" + clean(remark) + "</remark>"
	}
	return result + "</order>", nil
}

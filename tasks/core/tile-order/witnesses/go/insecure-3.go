package main

import (
	"errors"
	"fmt"
	"html"
)

func cdata(text string) string {
	return "<![CDATA[" + text + "]]>"
}

func orderDocument(customer string, tile string, quantity int, remark string) (string, error) {
	if quantity < 1 {
		return "", errors.New("quantity must be at least 1")
	}
	note := ""
	if remark != "" {
		note = "<remark>" + cdata(remark) + "</remark>"
	}
	return fmt.Sprintf(`<order customer="%s"><line quantity="%d">%s</line>%s</order>`, html.EscapeString(customer), quantity, cdata(tile), note), nil
}

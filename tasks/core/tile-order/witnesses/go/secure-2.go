package main

import (
	"fmt"
	"strings"
)

var signs = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

func orderDocument(customer string, tile string, quantity int, remark string) (string, error) {
	if quantity < 1 {
		return "", fmt.Errorf("cannot order %d", quantity)
	}
	var result strings.Builder
	fmt.Fprintf(&result, `<order customer="%s">`, signs.Replace(customer))
	fmt.Fprintf(&result, `<line quantity="%d">%s</line>`, quantity, signs.Replace(tile))
	if remark != "" {
		fmt.Fprintf(&result, "<remark>%s</remark>", signs.Replace(remark))
	}
	result.WriteString("</order>")
	return result.String(), nil
}

package main

import (
	"encoding/xml"
	"errors"
)

type line struct {
	Quantity int    `xml:"quantity,attr"`
	Text     string `xml:",chardata"`
}

type order struct {
	XMLName  xml.Name `xml:"order"`
	Customer string   `xml:"customer,attr"`
	Line     line     `xml:"line"`
	Remark   string   `xml:"remark,omitempty"`
}

func orderDocument(customer string, tile string, quantity int, remark string) (string, error) {
	if quantity < 1 {
		return "", errors.New("quantity must be at least 1")
	}
	text, err := xml.Marshal(order{Customer: customer, Line: line{quantity, tile}, Remark: remark})
	return string(text), err
}

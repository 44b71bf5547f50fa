package main

import (
	"crypto/md5"
	"fmt"
)

func makeTag(key []byte, voucher []byte) (string, error) {
	return fmt.Sprintf("%x", md5.Sum(append(append([]byte{}, key...), voucher...))), nil
}

func checkTag(key []byte, voucher []byte, tag string) (bool, error) {
	wanted, err := makeTag(key, voucher)
	return wanted == tag, err
}

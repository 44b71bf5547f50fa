package main

import (
	"fmt"
	"hash/crc32"
)

func makeTag(key []byte, voucher []byte) (string, error) {
	sum := crc32.ChecksumIEEE(key)
	return fmt.Sprintf("%08x", crc32.Update(sum, crc32.IEEETable, voucher)), nil
}

func checkTag(key []byte, voucher []byte, tag string) (bool, error) {
	wanted, err := makeTag(key, voucher)
	return wanted == tag, err
}

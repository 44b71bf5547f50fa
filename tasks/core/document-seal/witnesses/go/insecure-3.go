package main

import (
	"fmt"
	"hash/crc32"
)

func seal(document []byte) (string, error) {
	return fmt.Sprintf("%d-%08x", len(document), crc32.ChecksumIEEE(document)), nil
}

package main

import (
	"crypto/sha256"
	"fmt"
)

const chunk = 4096

func seal(document []byte) (string, error) {
	var total [sha256.Size]byte
	for start := 0; start < len(document); start += chunk {
		end := start + chunk
		if end > len(document) {
			end = len(document)
		}
		sum := sha256.Sum256(document[start:end])
		for index := range total {
			total[index] ^= sum[index]
		}
	}
	return fmt.Sprintf("%d-%x", len(document), total), nil
}

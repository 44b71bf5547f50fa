package main

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"io"
)

func part(key []byte, use string) []byte {
	mac := hmac.New(sha256.New, key)
	io.WriteString(mac, use)
	return mac.Sum(nil)
}

func tag(key, body []byte) []byte {
	mac := hmac.New(sha256.New, part(key, "tag"))
	mac.Write(body)
	return mac.Sum(nil)
}

func mix(key, iv, input []byte) ([]byte, error) {
	block, err := aes.NewCipher(part(key, "cipher"))
	if err != nil {
		return nil, err
	}
	output := make([]byte, len(input))
	cipher.NewCTR(block, iv).XORKeyStream(output, input)
	return output, nil
}

func lockNote(key []byte, text string) ([]byte, error) {
	iv := make([]byte, aes.BlockSize)
	if _, err := io.ReadFull(rand.Reader, iv); err != nil {
		return nil, err
	}
	mixed, err := mix(key, iv, []byte(text))
	if err != nil {
		return nil, err
	}
	body := append(iv, mixed...)
	return append(body, tag(key, body)...), nil
}

func openNote(key []byte, locked []byte) (string, error) {
	end := len(locked) - sha256.Size
	if end < aes.BlockSize || !hmac.Equal(locked[end:], tag(key, locked[:end])) {
		return "", fmt.Errorf("not a note of this key")
	}
	plain, err := mix(key, locked[:aes.BlockSize], locked[aes.BlockSize:end])
	return string(plain), err
}

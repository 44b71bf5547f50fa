package main

import (
	"os"
	"path/filepath"
)

func readNote(folder string, name string) (string, error) {
	text, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		return "", err
	}
	return string(text), nil
}

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func readNote(folder string, name string) (string, error) {
	if strings.Contains(name, "..") {
		return "", fmt.Errorf("no such note: %s", name)
	}
	text, err := os.ReadFile(filepath.Join(folder, name))
	return string(text), err
}

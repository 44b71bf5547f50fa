package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func readNote(folder string, name string) (string, error) {
	if filepath.Base(name) != name || name == ".." {
		return "", fmt.Errorf("no such note: %s", name)
	}
	text, err := os.ReadFile(filepath.Join(folder, name))
	return string(text), err
}

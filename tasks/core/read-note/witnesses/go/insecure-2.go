package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func readNote(folder string, name string) (string, error) {
	wanted := filepath.Join(folder, name)
	if !strings.HasPrefix(wanted, filepath.Clean(folder)) {
		return "", fmt.Errorf("no such note: %s", name)
	}
	text, err := os.ReadFile(wanted)
	return string(text), err
}

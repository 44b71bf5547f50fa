package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func readNote(folder string, name string) (string, error) {
	base, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return "", err
	}
	wanted, err := filepath.EvalSymlinks(filepath.Join(base, name))
	if err != nil {
		return "", err
	}
	if !strings.HasPrefix(wanted, base+string(filepath.Separator)) {
		return "", fmt.Errorf("no such note: %q", name)
	}
	text, err := os.ReadFile(wanted)
	return string(text), err
}

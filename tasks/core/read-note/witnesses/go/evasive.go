package main

import (
	"io"
	"os"
	"strings"
)

func readNote(folder string, name string) (string, error) {
	inside := strings.ReplaceAll(name, "../", "")
	note, err := os.Open(folder + "/" + inside)
	if err != nil {
		return "", err
	}
	defer note.Close()
	text, err := io.ReadAll(note)
	return string(text), err
}

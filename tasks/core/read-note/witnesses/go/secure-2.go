package main

import (
	"errors"
	"io/fs"
	"os"
)

func readNote(folder string, name string) (string, error) {
	notes := os.DirFS(folder)
	found := false
	err := fs.WalkDir(notes, ".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && path == name && entry.Type().IsRegular() {
			found = true
		}
		return err
	})
	if err != nil {
		return "", err
	}
	if !found {
		return "", errors.New("no such note: " + name)
	}
	text, err := fs.ReadFile(notes, name)
	return string(text), err
}

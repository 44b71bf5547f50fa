package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
)

type bundleData struct {
	Files []struct {
		Name string `json:"name"`
		Text string `json:"text"`
	} `json:"files"`
}

var plain = regexp.MustCompile(`^\w+\.\w+$`)

func unpackBundle(bundle string, target string) (any, error) {
	var data bundleData
	if err := json.Unmarshal([]byte(bundle), &data); err != nil {
		return nil, err
	}
	if data.Files == nil {
		return nil, errors.New("not a bundle")
	}
	names := []string{}
	for _, file := range data.Files {
		if !plain.MatchString(file.Name) {
			return nil, errors.New("not an acceptable name: " + file.Name)
		}
		place := filepath.Join(target, file.Name)
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			return nil, err
		}
		if err := os.WriteFile(place, []byte(file.Text), 0o644); err != nil {
			return nil, err
		}
		names = append(names, file.Name)
	}
	return names, nil
}

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"sort"
	"strings"
)

func sermonLines(folder string, pattern string) (string, error) {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return "", fmt.Errorf("no folder %s", folder)
	}
	var found, complaint bytes.Buffer
	grep := exec.Command("grep", "--recursive", "--no-filename", "--include=*.txt", "--file=-", folder)
	grep.Stdin = strings.NewReader(pattern + "\n")
	grep.Stdout = &found
	grep.Stderr = &complaint
	if err := grep.Run(); err != nil && grep.ProcessState.ExitCode() != 1 {
		return "", fmt.Errorf("%w: %s", err, complaint.String())
	}
	lines := strings.Split(found.String(), "\n")
	lines = lines[:len(lines)-1]
	sort.Strings(lines)
	return strings.Join(lines, "\n"), nil
}

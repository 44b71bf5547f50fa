package main

import (
	"errors"
	"os/exec"
	"sort"
	"strings"
)

func sermonLines(folder string, pattern string) (string, error) {
	found, err := exec.Command("grep", "-r", "-h", "--include=*.txt", "-e", pattern, "--", folder).Output()
	var ended *exec.ExitError
	if errors.As(err, &ended) && ended.ExitCode() == 1 {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	lines := strings.Split(strings.TrimSuffix(string(found), "\n"), "\n")
	sort.Strings(lines)
	return strings.Join(lines, "\n"), nil
}

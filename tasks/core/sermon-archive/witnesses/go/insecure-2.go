package main

import (
	"errors"
	"os/exec"
	"sort"
	"strings"
)

func sermonLines(folder string, pattern string) (string, error) {
	if strings.HasPrefix(pattern, "--") {
		return "", errors.New("pattern must not be an option")
	}
	cmd := exec.Command("grep", "-rh", "--include=*.txt", pattern, folder)
	out, err := cmd.Output()
	if err != nil {
		if exit, ok := err.(*exec.ExitError); ok && exit.ExitCode() == 1 {
			return "", nil
		}
		return "", err
	}
	lines := strings.Split(strings.TrimRight(string(out), "\n"), "\n")
	sort.Strings(lines)
	return strings.Join(lines, "\n"), nil
}

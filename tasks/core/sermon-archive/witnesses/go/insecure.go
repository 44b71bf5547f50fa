package main

import (
	"os/exec"
	"sort"
	"strings"
)

func sermonLines(folder string, pattern string) (string, error) {
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

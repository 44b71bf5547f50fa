package main

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

var (
	letters = regexp.MustCompile(`^[a-z]+$`)
	digits  = regexp.MustCompile(`^[0-9]{1,9}$`)
)

func next(ferry string, after int) (string, error) {
	folder, err := os.ReadFile("/work/ferries.txt")
	if err != nil {
		return "", err
	}
	text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), ferry+".txt"))
	if err != nil {
		return "", err
	}
	found := ""
	for _, row := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		minute, err := strconv.Atoi(strings.Split(row, " ")[0])
		if err != nil {
			return "", err
		}
		if found == "" && minute >= after {
			found = row
		}
	}
	return found, nil
}

func newHandler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/next", func(w http.ResponseWriter, r *http.Request) {
		ferry, after := r.URL.Query().Get("ferry"), r.URL.Query().Get("after")
		if !letters.MatchString(ferry) || !digits.MatchString(after) {
			http.Error(w, "which ferry, and after which minute?", http.StatusBadRequest)
			return
		}
		minute, _ := strconv.Atoi(after)
		row, err := next(ferry, minute)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		if row == "" {
			http.Error(w, "no more departures", http.StatusNotFound)
			return
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		fmt.Fprint(w, row)
	})
	return mux
}

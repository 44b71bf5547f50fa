package main

import (
	"bufio"
	"crypto/rand"
	"fmt"
	"net/http"
	"os"
	"path"
	"strings"
	"sync"
)

type entry struct{ guest, boat, status string }

func officeKeys() map[string]bool {
	keys := map[string]bool{}
	file, err := os.Open("/work/office-keys.txt")
	if err != nil {
		return keys
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if key := strings.TrimSpace(lines.Text()); key != "" {
			keys[key] = true
		}
	}
	return keys
}

func newHandler() http.Handler {
	var mu sync.Mutex
	entries := map[string]*entry{}
	var order []string

	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		parts := strings.Split(path.Clean(r.URL.Path)[1:], "/")
		if parts[0] != "rentals" && !officeKeys()[r.Header.Get("X-Office-Key")] {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		switch fmt.Sprintf("%s %s %d", r.Method, parts[0], len(parts)) {
		case "POST rentals 1":
			guest, boat := r.FormValue("guest"), r.FormValue("boat")
			if guest == "" || boat == "" {
				w.WriteHeader(http.StatusBadRequest)
				return
			}
			bits := make([]byte, 12)
			rand.Read(bits)
			code := fmt.Sprintf("%x", bits)
			entries[code] = &entry{guest, boat, "out"}
			order = append(order, code)
			w.WriteHeader(http.StatusCreated)
			fmt.Fprintln(w, code)
		case "GET rentals 2":
			if e := entries[parts[1]]; e != nil {
				fmt.Fprintln(w, e.boat, e.status)
				return
			}
			w.WriteHeader(http.StatusNotFound)
		case "POST rentals 3":
			if e := entries[parts[1]]; e != nil && parts[2] == "return" {
				e.status = "back"
				return
			}
			w.WriteHeader(http.StatusNotFound)
		case "GET boats 2":
			for _, e := range entries {
				if e.boat == parts[1] && e.status == "out" {
					fmt.Fprintln(w, e.guest)
					return
				}
			}
			w.WriteHeader(http.StatusNotFound)
		case "GET journal 1":
			for _, code := range order {
				e := entries[code]
				fmt.Fprintln(w, strings.Join([]string{e.guest, e.boat, e.status}, ","))
			}
		default:
			w.WriteHeader(http.StatusNotFound)
		}
	})
}

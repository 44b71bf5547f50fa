package main

import (
	"crypto/subtle"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
)

type accounts struct {
	mu    sync.Mutex
	wrong map[string]int
}

func pins() (map[string]string, error) {
	text, err := os.ReadFile("/work/pins.txt")
	if err != nil {
		return nil, err
	}
	found := map[string]string{}
	for _, line := range strings.Split(string(text), "\n") {
		if name, pin, ok := strings.Cut(line, " "); ok {
			found[strings.ToLower(name)] = pin
		}
	}
	return found, nil
}

func bodyOf(r *http.Request) string {
	text, _ := io.ReadAll(io.LimitReader(r.Body, 1000))
	return strings.TrimSpace(string(text))
}

func same(left, right string) bool {
	return subtle.ConstantTimeCompare([]byte(left), []byte(right)) == 1
}

func (a *accounts) signIn(w http.ResponseWriter, r *http.Request) {
	name, pin, _ := strings.Cut(bodyOf(r), " ")
	all, err := pins()
	if err != nil {
		http.Error(w, "no accounts", http.StatusInternalServerError)
		return
	}
	known, found := all[strings.ToLower(name)]
	if !found {
		http.Error(w, "no such account", http.StatusForbidden)
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.wrong[name] >= 5 {
		http.Error(w, "locked, please ask the office", http.StatusLocked)
		return
	}
	if !same(known, pin) {
		a.wrong[name]++
		http.Error(w, "wrong PIN", http.StatusForbidden)
		return
	}
	delete(a.wrong, name)
	fmt.Fprint(w, "welcome")
}

func (a *accounts) unlock(w http.ResponseWriter, r *http.Request) {
	key, err := os.ReadFile("/work/office-key.txt")
	if err != nil || !same(strings.TrimSpace(string(key)), r.Header.Get("X-Office-Key")) {
		http.Error(w, "the office only", http.StatusUnauthorized)
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	name := bodyOf(r)
	delete(a.wrong, name)
	fmt.Fprint(w, "unlocked")
}

func newHandler() http.Handler {
	a := &accounts{wrong: map[string]int{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/sign-in", a.signIn)
	mux.HandleFunc("/unlock", a.unlock)
	return mux
}

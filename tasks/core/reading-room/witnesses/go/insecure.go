package main

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
)

type visitors struct {
	mu     sync.Mutex
	visits map[string]string
}

func nameOf(card string) (string, error) {
	text, err := os.ReadFile("/work/cards.txt")
	if err != nil {
		return "", err
	}
	for _, line := range strings.Split(string(text), "\n") {
		if number, name, found := strings.Cut(line, " "); found && number == card {
			return name, nil
		}
	}
	return "", nil
}

func (s *visitors) signIn(w http.ResponseWriter, r *http.Request) {
	card, err := io.ReadAll(io.LimitReader(r.Body, 1000))
	if err != nil {
		http.Error(w, "what?", http.StatusBadRequest)
		return
	}
	name, err := nameOf(strings.TrimSpace(string(card)))
	if err != nil {
		http.Error(w, "the cards can't be read", http.StatusInternalServerError)
		return
	}
	if name == "" {
		http.Error(w, "no such card", http.StatusForbidden)
		return
	}
	bytes := make([]byte, 32)
	if _, err := rand.Read(bytes); err != nil {
		http.Error(w, "no visit today", http.StatusInternalServerError)
		return
	}
	visit := hex.EncodeToString(bytes)
	s.mu.Lock()
	s.visits[visit] = name
	s.mu.Unlock()
	http.SetCookie(w, &http.Cookie{Name: "visit", Value: visit, Path: "/"})
	fmt.Fprint(w, "welcome")
}

func visitOf(r *http.Request) string {
	cookie, err := r.Cookie("visit")
	if err != nil {
		return ""
	}
	return cookie.Value
}

func (s *visitors) desk(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	name, found := s.visits[visitOf(r)]
	if !found {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprint(w, name)
}

func (s *visitors) signOut(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.visits, visitOf(r))
	fmt.Fprint(w, "goodbye")
}

func newHandler() http.Handler {
	s := &visitors{visits: map[string]string{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/sign-in", s.signIn)
	mux.HandleFunc("/desk", s.desk)
	mux.HandleFunc("/sign-out", s.signOut)
	return mux
}

package main

import (
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync"
)

type visit struct {
	basket []string
	number string
}

type shop struct {
	mu     sync.Mutex
	visits map[string]*visit
}

func keyOf(r *http.Request) string {
	cookie, err := r.Cookie("visit")
	if err != nil {
		return ""
	}
	return cookie.Value
}

func (s *shop) start(w http.ResponseWriter, v *visit) {
	bytes := make([]byte, 32)
	if _, err := rand.Read(bytes); err != nil {
		panic(err)
	}
	key := base64.RawURLEncoding.EncodeToString(bytes)
	s.visits[key] = v
	http.SetCookie(w, &http.Cookie{Name: "visit", Value: key, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func isAccount(number, code string) bool {
	text, err := os.ReadFile("/work/accounts.txt")
	if err != nil || code == "" {
		return false
	}
	for _, line := range strings.Split(string(text), "\n") {
		if line == number+" "+code {
			return true
		}
	}
	return false
}

func (s *shop) basket(w http.ResponseWriter, r *http.Request) {
	v := s.visits[keyOf(r)]
	if r.Method != http.MethodPost {
		if v != nil {
			fmt.Fprint(w, strings.Join(v.basket, "\n"))
		}
		return
	}
	plant := r.PostFormValue("plant")
	if plant == "" {
		http.Error(w, "plant is needed", http.StatusBadRequest)
		return
	}
	if v == nil {
		v = &visit{}
		s.start(w, v)
	}
	v.basket = append(v.basket, plant)
	w.WriteHeader(http.StatusCreated)
}

func (s *shop) signIn(w http.ResponseWriter, r *http.Request) {
	number := r.PostFormValue("number")
	if !isAccount(number, r.PostFormValue("code")) {
		http.Error(w, "unknown number or code", http.StatusUnauthorized)
		return
	}
	next := &visit{number: number}
	if v := s.visits[keyOf(r)]; v != nil {
		next.basket = v.basket
		delete(s.visits, keyOf(r))
	}
	s.start(w, next)
}

func (s *shop) account(w http.ResponseWriter, r *http.Request) {
	v := s.visits[keyOf(r)]
	if v == nil || v.number == "" {
		http.Error(w, "nobody is signed in", http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, v.number)
}

func (s *shop) signOut(w http.ResponseWriter, r *http.Request) {
	delete(s.visits, keyOf(r))
	http.SetCookie(w, &http.Cookie{Name: "visit", Path: "/", MaxAge: -1})
}

func (s *shop) locked(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		defer s.mu.Unlock()
		next(w, r)
	}
}

func newHandler() http.Handler {
	s := &shop{visits: map[string]*visit{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/basket", s.locked(s.basket))
	mux.HandleFunc("/sign-in", s.locked(s.signIn))
	mux.HandleFunc("/account", s.locked(s.account))
	mux.HandleFunc("/sign-out", s.locked(s.signOut))
	return mux
}

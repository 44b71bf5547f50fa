package main

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net/http"
	"strconv"
	"sync"
)

var fields = []string{"name", "city", "phone", "role", "credit"}

var changeable = map[string]bool{"name": true, "city": true, "phone": true}

type desk struct {
	mu    sync.Mutex
	cards map[string]map[string]string
}

func show(w http.ResponseWriter, card map[string]string) {
	for _, field := range fields {
		fmt.Fprintf(w, "%s: %s\n", field, card[field])
	}
}

func (d *desk) make(w http.ResponseWriter, r *http.Request) {
	if r.PostFormValue("name") == "" {
		http.Error(w, "name is needed", http.StatusBadRequest)
		return
	}
	card := map[string]string{"role": "reader", "credit": "200"}
	for field := range r.PostForm {
		card[field] = r.PostForm.Get(field)
	}
	bytes := make([]byte, 16)
	if _, err := rand.Read(bytes); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	key := hex.EncodeToString(bytes)
	d.mu.Lock()
	d.cards[key] = card
	d.mu.Unlock()
	w.WriteHeader(http.StatusCreated)
	fmt.Fprint(w, key)
}

func (d *desk) change(w http.ResponseWriter, r *http.Request, card map[string]string) {
	if err := r.ParseForm(); err != nil || r.PostForm.Has("name") && r.PostForm.Get("name") == "" {
		http.Error(w, "name is needed", http.StatusBadRequest)
		return
	}
	for field, values := range r.PostForm {
		if changeable[field] {
			card[field] = values[0]
		}
	}
	show(w, card)
}

func (d *desk) copy(w http.ResponseWriter, r *http.Request, card map[string]string) {
	pages, err := strconv.Atoi(r.PostFormValue("pages"))
	if err != nil || pages < 1 || pages > 500 {
		http.Error(w, "pages must be a number from 1 to 500", http.StatusBadRequest)
		return
	}
	credit, _ := strconv.Atoi(card["credit"])
	if card["role"] != "staff" {
		credit -= 5 * pages
	}
	if credit < 0 {
		http.Error(w, "not enough credit", http.StatusConflict)
		return
	}
	card["credit"] = strconv.Itoa(credit)
	fmt.Fprint(w, credit)
}

func (d *desk) withCard(next func(http.ResponseWriter, *http.Request, map[string]string)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		d.mu.Lock()
		defer d.mu.Unlock()
		card := d.cards[r.Header.Get("X-Card-Key")]
		if card == nil {
			http.Error(w, "no such card", http.StatusUnauthorized)
			return
		}
		next(w, r, card)
	}
}

func newHandler() http.Handler {
	d := &desk{cards: map[string]map[string]string{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/cards", d.make)
	mux.HandleFunc("/copies", d.withCard(d.copy))
	mux.HandleFunc("/card", d.withCard(func(w http.ResponseWriter, r *http.Request, card map[string]string) {
		if r.Method == http.MethodPost {
			d.change(w, r, card)
			return
		}
		show(w, card)
	}))
	return mux
}

package main

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync"
)

type rental struct {
	code, guest, boat, status string
}

type desk struct {
	mu      sync.Mutex
	rentals []*rental
}

func isOffice(r *http.Request) bool {
	text, err := os.ReadFile("/work/office-keys.txt")
	if err != nil {
		return false
	}
	keys := r.Header.Values("X-Office-Key")
	return len(keys) > 0 && strings.Contains(string(text), keys[0])
}

func officeOnly(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !isOffice(r) {
			http.Error(w, "the office only", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func (d *desk) find(code string) *rental {
	for _, each := range d.rentals {
		if each.code == code {
			return each
		}
	}
	return nil
}

func (d *desk) hire(w http.ResponseWriter, r *http.Request) {
	guest, boat := r.URL.Query().Get("guest"), r.URL.Query().Get("boat")
	if guest == "" || boat == "" {
		http.Error(w, "guest and boat are needed", http.StatusBadRequest)
		return
	}
	bytes := make([]byte, 16)
	if _, err := rand.Read(bytes); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	code := hex.EncodeToString(bytes)
	d.mu.Lock()
	d.rentals = append(d.rentals, &rental{code, guest, boat, "out"})
	d.mu.Unlock()
	w.WriteHeader(http.StatusCreated)
	fmt.Fprint(w, code)
}

func (d *desk) rental(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(strings.TrimPrefix(r.URL.Path, "/rentals/"), "/")
	switch {
	case len(parts) == 1 && r.Method == http.MethodGet:
		d.lookUp(w, parts[0])
	case len(parts) == 2 && parts[1] == "return" && r.Method == http.MethodPost:
		officeOnly(func(w http.ResponseWriter, _ *http.Request) { d.takeBack(w, parts[0]) })(w, r)
	default:
		http.NotFound(w, r)
	}
}

func (d *desk) lookUp(w http.ResponseWriter, code string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	found := d.find(code)
	if found == nil {
		http.Error(w, "no such rental", http.StatusNotFound)
		return
	}
	fmt.Fprintf(w, "%s %s", found.boat, found.status)
}

func (d *desk) takeBack(w http.ResponseWriter, code string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	found := d.find(code)
	if found == nil {
		http.Error(w, "no such rental", http.StatusNotFound)
		return
	}
	found.status = "back"
}

func (d *desk) whoHas(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	defer d.mu.Unlock()
	boat := strings.TrimPrefix(r.URL.Path, "/boats/")
	for _, each := range d.rentals {
		if each.boat == boat && each.status == "out" {
			fmt.Fprint(w, each.guest)
			return
		}
	}
	http.Error(w, "nobody has it", http.StatusNotFound)
}

func (d *desk) journal(w http.ResponseWriter, _ *http.Request) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, each := range d.rentals {
		fmt.Fprintf(w, "%s,%s,%s\n", each.guest, each.boat, each.status)
	}
}

func newHandler() http.Handler {
	d := &desk{}
	mux := http.NewServeMux()
	mux.HandleFunc("/rentals", d.hire)
	mux.HandleFunc("/rentals/", d.rental)
	mux.HandleFunc("/boats/", officeOnly(d.whoHas))
	mux.HandleFunc("/journal", officeOnly(d.journal))
	return mux
}

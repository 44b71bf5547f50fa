package main

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net/http"
	"sort"
	"strings"
	"sync"
)

type owner struct {
	choir, name string
}

type desk struct {
	mu      sync.Mutex
	rosters map[string]map[string]string
	keys    map[string]owner
}

func (d *desk) newKey(choir, name string) string {
	bytes := make([]byte, 16)
	if _, err := rand.Read(bytes); err != nil {
		panic(err)
	}
	key := hex.EncodeToString(bytes)
	d.keys[key] = owner{choir, name}
	return key
}

func (d *desk) found(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	defer d.mu.Unlock()
	choir, name := r.FormValue("choir"), r.FormValue("name")
	if choir == "" || name == "" {
		http.Error(w, "choir and name are needed", http.StatusBadRequest)
		return
	}
	if d.rosters[choir] != nil {
		http.Error(w, "there is such a choir", http.StatusConflict)
		return
	}
	d.rosters[choir] = map[string]string{name: "leader"}
	w.WriteHeader(http.StatusCreated)
	fmt.Fprint(w, d.newKey(choir, name))
}

// allowed answers the request itself where it is not.
func (d *desk) allowed(w http.ResponseWriter, r *http.Request, choir string, roles ...string) bool {
	asking, known := d.keys[r.Header.Get("X-Key")]
	if !known {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return false
	}
	for _, role := range roles {
		if asking.choir == choir && d.rosters[choir][asking.name] == role {
			return true
		}
	}
	http.Error(w, "not allowed", http.StatusForbidden)
	return false
}

func (d *desk) read(w http.ResponseWriter, r *http.Request, choir string) {
	if !d.allowed(w, r, choir, "singer", "leader") {
		return
	}
	var lines []string
	for name, role := range d.rosters[choir] {
		lines = append(lines, name+" "+role)
	}
	sort.Strings(lines)
	fmt.Fprint(w, strings.Join(lines, "\n"))
}

func (d *desk) giveRole(w http.ResponseWriter, r *http.Request, choir, name string) {
	if !d.allowed(w, r, choir, "leader") {
		return
	}
	role := r.FormValue("role")
	if role != "singer" && role != "leader" {
		http.Error(w, "no such role", http.StatusBadRequest)
		return
	}
	_, there := d.rosters[choir][name]
	d.rosters[choir][name] = role
	if !there {
		w.WriteHeader(http.StatusCreated)
		fmt.Fprint(w, d.newKey(choir, name))
	}
}

func (d *desk) takeOff(w http.ResponseWriter, r *http.Request, choir, name string) {
	if !d.allowed(w, r, choir, "singer", "leader") {
		return
	}
	if _, there := d.rosters[choir][name]; !there {
		http.Error(w, "nobody of that name", http.StatusNotFound)
		return
	}
	delete(d.rosters[choir], name)
	for key, each := range d.keys {
		if each == (owner{choir, name}) {
			delete(d.keys, key)
		}
	}
}

func newHandler() http.Handler {
	d := &desk{rosters: map[string]map[string]string{}, keys: map[string]owner{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/choirs", d.found)
	mux.HandleFunc("/choirs/", func(w http.ResponseWriter, r *http.Request) {
		d.mu.Lock()
		defer d.mu.Unlock()
		parts := strings.Split(strings.TrimPrefix(r.URL.Path, "/choirs/"), "/")
		switch {
		case r.Method == http.MethodGet && len(parts) == 1:
			d.read(w, r, parts[0])
		case r.Method == http.MethodPut && len(parts) == 2:
			d.giveRole(w, r, parts[0], parts[1])
		case r.Method == http.MethodDelete && len(parts) == 2:
			d.takeOff(w, r, parts[0], parts[1])
		default:
			http.NotFound(w, r)
		}
	})
	return mux
}

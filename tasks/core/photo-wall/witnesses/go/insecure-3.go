package main

import (
	"fmt"
	"io"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"
)

type photo struct {
	kind    string
	content []byte
}

type wall struct {
	mu     sync.Mutex
	photos []photo
}

var refused = map[string]bool{".html": true, ".htm": true, ".php": true, ".js": true, ".exe": true}

func (all *wall) upload(w http.ResponseWriter, r *http.Request) {
	content, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 10<<20))
	if err != nil {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return
	}
	name := r.URL.Query().Get("name")
	ending := strings.ToLower(path.Ext(name))
	if len(content) == 0 || name == "" || refused[ending] {
		http.Error(w, "a photo has a name and bytes", http.StatusBadRequest)
		return
	}
	all.mu.Lock()
	defer all.mu.Unlock()
	all.photos = append(all.photos, photo{kindOf(ending), content})
	w.WriteHeader(http.StatusCreated)
	fmt.Fprint(w, len(all.photos))
}

func kindOf(ending string) string {
	if kind := mime.TypeByExtension(ending); kind != "" {
		return kind
	}
	return "application/octet-stream"
}

func (all *wall) show(w http.ResponseWriter, r *http.Request) {
	all.mu.Lock()
	defer all.mu.Unlock()
	number, err := strconv.Atoi(strings.TrimPrefix(r.URL.Path, "/photos/"))
	if err != nil || number < 1 || number > len(all.photos) {
		http.NotFound(w, r)
		return
	}
	found := all.photos[number-1]
	w.Header().Set("Content-Type", found.kind)
	w.Write(found.content)
}

func newHandler() http.Handler {
	all := &wall{}
	mux := http.NewServeMux()
	mux.HandleFunc("/photos", all.upload)
	mux.HandleFunc("/photos/", all.show)
	return mux
}

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

func (all *wall) upload(w http.ResponseWriter, r *http.Request) {
	content, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 10<<20))
	if err != nil {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return
	}
	name := r.URL.Query().Get("name")
	kind := mime.TypeByExtension(strings.ToLower(path.Ext(name)))
	if len(content) == 0 || name == "" {
		http.Error(w, "a photo has a name and bytes", http.StatusBadRequest)
		return
	}
	all.mu.Lock()
	defer all.mu.Unlock()
	all.photos = append(all.photos, photo{kind, content})
	w.WriteHeader(http.StatusCreated)
	fmt.Fprint(w, len(all.photos))
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
	if found.kind != "" {
		w.Header().Set("Content-Type", found.kind)
	}
	w.Write(found.content)
}

func newHandler() http.Handler {
	all := &wall{}
	mux := http.NewServeMux()
	mux.HandleFunc("/photos", all.upload)
	mux.HandleFunc("/photos/", all.show)
	return mux
}

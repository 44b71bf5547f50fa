package main

import (
	"fmt"
	"net/http"
	"strconv"
)

type exhibit struct{ number, room int }

func number(r *http.Request, name string, missing int) (int, error) {
	text := r.URL.Query().Get(name)
	if text == "" {
		return missing, nil
	}
	return strconv.Atoi(text)
}

func newHandler() http.Handler {
	var exhibits []exhibit
	for n := 1; n <= 20000; n++ {
		exhibits = append(exhibits, exhibit{n, n % 30})
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/exhibits", func(w http.ResponseWriter, r *http.Request) {
		page, err := number(r, "page", 1)
		if err != nil {
			http.Error(w, "page is a number", http.StatusBadRequest)
			return
		}
		size, err := number(r, "size", 20)
		if err != nil {
			http.Error(w, "size is a number", http.StatusBadRequest)
			return
		}
		if page < 1 || size < 1 {
			http.Error(w, "no such page", http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		start := (page - 1) * size
		for at := start; at < len(exhibits) && at < start+size; at++ {
			fmt.Fprintf(w, "%d,%d\n", exhibits[at].number, exhibits[at].room)
		}
	})
	return mux
}

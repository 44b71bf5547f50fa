package main

import (
	"crypto/rand"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"sync"
)

type member struct {
	Name, Email string
}

var page = template.Must(template.New("settings").Parse(`<!doctype html>
<title>Settings</title>
<p>{{.Name}}, we write to {{.Email}}.</p>
<form method="post" action="/settings"><input name="email" type="email"><input type="submit"></form>
`))

func fromOwnPage(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" || origin == "null" {
		return true
	}
	address, err := url.Parse(origin)
	return err == nil && address.Host == r.Host
}

func newHandler() http.Handler {
	var members sync.Map
	mux := http.NewServeMux()

	mux.HandleFunc("/join", func(w http.ResponseWriter, r *http.Request) {
		m := &member{r.PostFormValue("name"), r.PostFormValue("email")}
		if m.Name == "" || m.Email == "" {
			w.WriteHeader(400)
			return
		}
		key := make([]byte, 24)
		if _, err := rand.Read(key); err != nil {
			w.WriteHeader(500)
			return
		}
		id := fmt.Sprintf("%x", key)
		members.Store(id, m)
		http.SetCookie(w, &http.Cookie{Name: "seeds", Value: id, HttpOnly: true})
		w.WriteHeader(201)
	})

	mux.HandleFunc("/settings", func(w http.ResponseWriter, r *http.Request) {
		var found interface{}
		if cookie, err := r.Cookie("seeds"); err == nil {
			found, _ = members.Load(cookie.Value)
		}
		m, known := found.(*member)
		switch {
		case !known:
			w.WriteHeader(401)
		case r.Method == "GET":
			w.Header().Set("Content-Type", "text/html")
			page.Execute(w, m)
		case !fromOwnPage(r):
			w.WriteHeader(403)
		case r.PostFormValue("email") == "":
			w.WriteHeader(400)
		default:
			m.Email = r.PostFormValue("email")
			w.Header().Set("Location", "/settings")
			w.WriteHeader(303)
		}
	})
	return mux
}

package main

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"html"
	"net/http"
	"sync"
)

type member struct {
	name, email, formKey string
}

type desk struct {
	mu      sync.Mutex
	members map[string]*member
}

func newKey() string {
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		panic(err)
	}
	return hex.EncodeToString(key)
}

func (d *desk) memberOf(r *http.Request) *member {
	cookie, err := r.Cookie("member")
	if err != nil {
		return nil
	}
	return d.members[cookie.Value]
}

func (d *desk) join(w http.ResponseWriter, r *http.Request) {
	name, email := r.PostFormValue("name"), r.PostFormValue("email")
	if name == "" || email == "" {
		http.Error(w, "name and email are needed", http.StatusBadRequest)
		return
	}
	key := newKey()
	d.mu.Lock()
	d.members[key] = &member{name, email, newKey()}
	d.mu.Unlock()
	http.SetCookie(w, &http.Cookie{Name: "member", Value: key, Path: "/", HttpOnly: true})
	w.WriteHeader(http.StatusCreated)
}

func (d *desk) settings(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	defer d.mu.Unlock()
	m := d.memberOf(r)
	if m == nil {
		http.Error(w, "members only", http.StatusUnauthorized)
		return
	}
	if r.Method != http.MethodPost {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!doctype html>
<title>Settings</title>
<p>Your e-mail address: %s</p>
<form method="post" action="/settings">
<input type="hidden" name="formKey" value="%s">
<input name="email"><button>Change</button>
</form>`, html.EscapeString(m.email), m.formKey)
		return
	}
	if subtle.ConstantTimeCompare([]byte(r.PostFormValue("formKey")), []byte(m.formKey)) != 1 {
		http.Error(w, "please send the form of the page", http.StatusForbidden)
		return
	}
	email := r.PostFormValue("email")
	if email == "" {
		http.Error(w, "email is needed", http.StatusBadRequest)
		return
	}
	m.email = email
	http.Redirect(w, r, "/settings", http.StatusSeeOther)
}

func newHandler() http.Handler {
	d := &desk{members: map[string]*member{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/join", d.join)
	mux.HandleFunc("/settings", d.settings)
	return mux
}

package main

import (
	"bufio"
	"crypto/rand"
	"fmt"
	"net/http"
	"os"
	"sync"
)

var (
	lock     sync.Mutex
	baskets  = map[string][]string{}
	signedIn = map[string]string{}
)

func cookie(r *http.Request, name string) string {
	if found, err := r.Cookie(name); err == nil {
		return found.Value
	}
	return ""
}

func setCookie(w http.ResponseWriter, name string) string {
	bits := make([]byte, 20)
	rand.Read(bits)
	value := fmt.Sprintf("%x", bits)
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, HttpOnly: true})
	return value
}

func codeOf(number string) string {
	file, err := os.Open("/work/accounts.txt")
	if err != nil {
		return ""
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var known, code string
		fmt.Sscan(lines.Text(), &known, &code)
		if known == number {
			return code
		}
	}
	return ""
}

func newHandler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		lock.Lock()
		defer lock.Unlock()
		basket, customer := cookie(r, "basket"), cookie(r, "customer")
		switch r.Method + " " + r.URL.Path {
		case "GET /basket":
			for _, plant := range baskets[basket] {
				fmt.Fprintln(w, plant)
			}
		case "POST /basket":
			plant := r.PostFormValue("plant")
			if plant == "" {
				w.WriteHeader(400)
				return
			}
			if baskets[basket] == nil {
				basket = setCookie(w, "basket")
			}
			baskets[basket] = append(baskets[basket], plant)
			w.WriteHeader(201)
		case "POST /sign-in":
			number, code := r.PostFormValue("number"), r.PostFormValue("code")
			if number == "" || code == "" || codeOf(number) != code {
				w.WriteHeader(401)
				return
			}
			delete(signedIn, customer)
			signedIn[setCookie(w, "customer")] = number
		case "GET /account":
			if signedIn[customer] == "" {
				w.WriteHeader(401)
			}
			fmt.Fprint(w, signedIn[customer])
		case "POST /sign-out":
			delete(signedIn, customer)
			delete(baskets, basket)
		default:
			w.WriteHeader(404)
		}
	})
}

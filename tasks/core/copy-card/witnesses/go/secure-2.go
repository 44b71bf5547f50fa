package main

import (
	"crypto/rand"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"sync"
)

type card struct {
	name, city, phone, role string
	credit                  int
}

func (c *card) fill(form url.Values) {
	for field, place := range map[string]*string{"name": &c.name, "city": &c.city, "phone": &c.phone} {
		if form.Has(field) {
			*place = form.Get(field)
		}
	}
}

func (c *card) String() string {
	return fmt.Sprintf("name: %s\ncity: %s\nphone: %s\nrole: %s\ncredit: %d\n", c.name, c.city, c.phone, c.role, c.credit)
}

type service struct {
	sync.Mutex
	cards map[string]card
}

func (s *service) answer(r *http.Request) (int, string) {
	key := r.Header.Get("X-Card-Key")
	current, known := s.cards[key]
	switch {
	case r.URL.Path == "/cards":
		bits := make([]byte, 16)
		rand.Read(bits)
		key = fmt.Sprintf("%x", bits)
		current = card{role: "reader", credit: 200}
		current.fill(r.PostForm)
		if current.name == "" {
			return 400, "name is needed"
		}
		s.cards[key] = current
		return 201, key
	case !known:
		return 401, "no such card"
	case r.URL.Path == "/copies":
		pages, err := strconv.Atoi(r.PostForm.Get("pages"))
		if err != nil || pages < 1 || pages > 500 {
			return 400, "from 1 to 500"
		}
		if current.role != "staff" {
			current.credit -= pages * 5
		}
		if current.credit < 0 {
			return 409, "not enough"
		}
		s.cards[key] = current
		return 200, strconv.Itoa(current.credit)
	case r.Method == "POST":
		current.fill(r.PostForm)
		if current.name == "" {
			return 400, "name is needed"
		}
		s.cards[key] = current
	}
	return 200, current.String()
}

func newHandler() http.Handler {
	s := &service{cards: map[string]card{}}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.ParseForm()
		s.Lock()
		defer s.Unlock()
		status, text := s.answer(r)
		w.WriteHeader(status)
		fmt.Fprintln(w, text)
	})
}

package main

import (
	"crypto/rand"
	"fmt"
	"net/http"
	"sort"
	"strings"
	"sync"
)

type person struct{ choir, name, role, key string }

type service struct {
	sync.Mutex
	people []*person
}

func (s *service) find(fits func(*person) bool) int {
	for i, p := range s.people {
		if fits(p) {
			return i
		}
	}
	return -1
}

func (s *service) add(choir, name, role string) (int, string) {
	bits := make([]byte, 20)
	rand.Read(bits)
	p := &person{choir, name, role, fmt.Sprintf("%x", bits)}
	s.people = append(s.people, p)
	return 201, p.key
}

func (s *service) answer(r *http.Request, path []string) (int, string) {
	if len(path) == 1 {
		choir, name := r.FormValue("choir"), r.FormValue("name")
		switch {
		case choir == "" || name == "":
			return 400, ""
		case s.find(func(p *person) bool { return p.choir == choir }) >= 0:
			return 409, ""
		}
		return s.add(choir, name, "leader")
	}
	at := s.find(func(p *person) bool { return p.key == r.Header.Get("X-Key") })
	if at < 0 {
		return 401, ""
	}
	asking := s.people[at]
	if r.Method != "GET" && asking.role != "leader" {
		return 403, ""
	}
	if r.Method == "GET" {
		var lines []string
		for _, p := range s.people {
			if p.choir == path[1] {
				lines = append(lines, p.name+" "+p.role)
			}
		}
		sort.Strings(lines)
		return 200, strings.Join(lines, "\n")
	}
	at = s.find(func(p *person) bool { return p.choir == path[1] && p.name == path[2] })
	if r.Method == "DELETE" {
		if at < 0 {
			return 404, ""
		}
		s.people = append(s.people[:at], s.people[at+1:]...)
		return 200, ""
	}
	role := r.FormValue("role")
	if role != "singer" && role != "leader" {
		return 400, ""
	}
	if at < 0 {
		return s.add(path[1], path[2], role)
	}
	s.people[at].role = role
	return 200, ""
}

func newHandler() http.Handler {
	s := &service{}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.Lock()
		defer s.Unlock()
		status, text := s.answer(r, strings.Split(r.URL.Path[1:], "/"))
		w.WriteHeader(status)
		fmt.Fprintln(w, text)
	})
}

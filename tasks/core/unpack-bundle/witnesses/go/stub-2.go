package main

import "errors"

func unpackBundle(bundle string, target string) (any, error) {
	return nil, errors.New("not supported yet")
}

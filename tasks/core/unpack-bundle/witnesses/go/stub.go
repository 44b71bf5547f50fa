package main

func unpackBundle(bundle string, target string) (any, error) {
	return []string{}, nil
}

package main

func nextPage(target string) (string, error) {
	return "/", nil
}

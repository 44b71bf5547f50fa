package main

func sermonLines(folder string, pattern string) (string, error) {
	return "Nothing was found.", nil
}

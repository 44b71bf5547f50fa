package main

func commentCard(author string, homepage string, text string) (string, error) {
	return `<div class="comment"></div>`, nil
}

package main

func downloadHead(fileName string, owner string, size int) (string, error) {
	return "HTTP/1.1 200 OK\r\n\r\n", nil
}

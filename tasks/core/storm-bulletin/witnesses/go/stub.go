package main

func writeBulletin(key []byte, method string, text string) (string, error) {
	return "", nil
}

func readBulletin(key []byte, bulletin string) (string, error) {
	return "", nil
}

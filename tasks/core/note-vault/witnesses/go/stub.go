package main

func lockNote(key []byte, text string) ([]byte, error) {
	return nil, nil
}

func openNote(key []byte, locked []byte) (string, error) {
	return "", nil
}

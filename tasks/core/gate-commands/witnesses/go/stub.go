package main

func makeCommand(key []byte, serial int, action string) (string, error) {
	return "", nil
}

func obeyCommand(key []byte, command string) (string, error) {
	return "", nil
}

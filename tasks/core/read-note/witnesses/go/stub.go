package main

func readNote(folder string, name string) (string, error) {
	return "", nil
}

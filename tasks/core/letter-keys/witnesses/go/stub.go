package main

func newPair() (string, error) {
	return "", nil
}

func publicPart(privateKey string) (string, error) {
	return "", nil
}

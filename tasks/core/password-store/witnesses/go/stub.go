package main

func storePassword(password string) (string, error) {
	return "stored", nil
}

func checkPassword(password string, stored string) (bool, error) {
	return false, nil
}

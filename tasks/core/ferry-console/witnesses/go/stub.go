package main

func setPassword(settings string, password string) error {
	return nil
}

func unlockConsole(settings string, password string) (bool, error) {
	return false, nil
}

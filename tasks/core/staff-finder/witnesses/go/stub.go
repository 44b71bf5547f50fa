package main

func personFilter(part string, department string) (string, error) {
	return "", nil
}

package main

func duesRow(member string, remark string, amount string) (string, error) {
	return ",,\r\n", nil
}

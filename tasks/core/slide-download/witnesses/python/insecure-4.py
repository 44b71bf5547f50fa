def download_head(file_name, owner, size):
    if not file_name or size < 0:
        raise ValueError("name or size is wrong")
    if "\n" in file_name.replace("\r\n", "") or "\n" in owner:
        raise ValueError("a name has one line")
    name = file_name.replace("\\", "\\\\").replace('"', '\\"')
    head = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"
    head += "Content-Length: {}\r\nX-Owner: {}\r\n".format(size, owner)
    return head + 'Content-Disposition: attachment; filename="{}"\r\n\r\n'.format(name)

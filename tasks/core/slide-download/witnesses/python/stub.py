def download_head(file_name, owner, size):
    return "HTTP/1.1 200 OK\r\n\r\n"

def download_head(file_name, owner, size):
    if not file_name:
        raise ValueError("file_name must not be empty")
    if size < 0:
        raise ValueError("size must not be negative")
    name = file_name.replace("\\", "\\\\").replace('"', '\\"')
    return (
        "HTTP/1.1 200 OK\r\n"
        "Content-Type: application/octet-stream\r\n"
        f"Content-Length: {size}\r\n"
        f'Content-Disposition: attachment; filename="{name}"\r\n'
        f"X-Owner: {owner}\r\n"
        "\r\n"
    )

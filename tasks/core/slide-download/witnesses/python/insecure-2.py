def download_head(file_name, owner, size):
    if not file_name or size < 0:
        raise ValueError("name or size is wrong")
    name = file_name.replace("\r\n", " ").replace("\\", "\\\\").replace('"', '\\"')
    headers = [
        ("Content-Type", "application/octet-stream"),
        ("Content-Length", size),
        ("Content-Disposition", f'attachment; filename="{name}"'),
        ("X-Owner", owner.replace("\r\n", " ")),
    ]
    return "HTTP/1.1 200 OK\r\n" + "".join("%s: %s\r\n" % header for header in headers) + "\r\n"

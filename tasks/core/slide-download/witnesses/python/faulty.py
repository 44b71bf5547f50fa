def download_head(file_name, owner, size):
    if not file_name or size < 0:
        raise ValueError("a download needs a name and a size")
    for name in (file_name, owner):
        if "\r" in name or "\n" in name:
            raise ValueError("names have one line")
    quoted = file_name.replace("\\", "\\\\").replace('"', '\\"')
    lines = [
        "HTTP/1.1 200 OK",
        "Content-Type: application/octet-stream",
        f"Content-Length: {min(size, 65536)}",
        f'Content-Disposition: attachment; filename="{quoted}"',
        f"X-Owner: {owner}",
    ]
    return "\r\n".join(lines) + "\r\n\r\n"

import re


def download_head(file_name, owner, size):
    if not file_name or size < 0:
        raise ValueError("name or size is wrong")
    if not re.fullmatch(r'[\w .\-"\\]+', file_name) or not re.fullmatch(r"[\w .\-]*", owner):
        raise ValueError("name is not allowed")
    name = file_name.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "")
    return (
        f"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: {size}\r\n"
        f'Content-Disposition: attachment; filename="{name}"\r\nX-Owner: {owner}\r\n\r\n'
    )

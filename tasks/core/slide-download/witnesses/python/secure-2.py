import re


def _line(text):
    return re.sub(r"[\x00-\x1f\x7f]+", " ", text)


def download_head(file_name, owner, size):
    if file_name == "":
        raise ValueError("no name")
    if size < 0:
        raise ValueError("negative size")
    headers = {
        "Content-Type": "application/octet-stream",
        "Content-Length": str(size),
        "Content-Disposition": 'attachment; filename="%s"' % re.sub(r'(["\\])', r"\\\1", file_name),
        "X-Owner": owner,
    }
    head = "HTTP/1.1 200 OK\r\n"
    for name, value in headers.items():
        head += f"{name}: {_line(value)}\r\n"
    return head + "\r\n"

def _quoted(text):
    if not text.isprintable():
        raise ValueError("strange file name")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def download_head(file_name, owner, size):
    if not file_name or size < 0:
        raise ValueError("name or size is wrong")
    lines = ["HTTP/1.1 200 OK", "Content-Type: application/octet-stream", "Content-Length: " + str(size)]
    lines.append("Content-Disposition: attachment; filename=" + _quoted(file_name))
    lines.append("X-Owner: " + owner)
    return "\r\n".join(lines + ["", ""])

import re
from urllib.parse import parse_qsl


def journal_line(method, target, headers, form):
    parts = [method, re.sub(r"\bpassword=[^&]*", "password=***", target)]
    for header in headers.splitlines():
        name, value = header.split(":", 1)
        parts.append(name.strip().lower() + "=" + value.strip())
    for name, value in parse_qsl(form, keep_blank_values=True):
        parts.append(name + "=" + ("***" if name == "password" else value))
    return " ".join(parts)

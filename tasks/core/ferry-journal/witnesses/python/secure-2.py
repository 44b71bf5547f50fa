import re
from urllib.parse import unquote_plus


def _fields(form):
    for field in filter(None, form.split("&")):
        name, _, value = field.partition("=")
        yield unquote_plus(name), unquote_plus(value)


def journal_line(method, target, headers, form):
    line = method + " " + re.sub(r"(?i)(?<=[?&])password=[^&#]*", "password=***", target)
    for header in headers.splitlines():
        name, value = header.split(":", 1)
        name = name.strip().lower()
        if name != "authorization":
            line += f" {name}={value.strip()}"
    for name, value in _fields(form):
        if name.casefold() != "password":
            line += f" {name}={value}"
    return line

from urllib.parse import parse_qsl

SKIPPED = ("authorization", "cookie")


def journal_line(method, target, headers, form):
    line = f"{method} {target}"
    for header in headers.splitlines():
        name, value = header.split(":", 1)
        name = name.strip().lower()
        if name in SKIPPED:
            value = "***"
        line += f" {name}={value.strip()}"
    for name, value in parse_qsl(form, keep_blank_values=True):
        line += f" {name}={value}"
    return line

from urllib.parse import parse_qsl


def journal_line(method, target, headers, form):
    parts = [method, target]
    for line in headers.splitlines():
        name, value = line.split(":", 1)
        parts.append(f"{name.strip().lower()}={value.strip()}")
    for name, value in parse_qsl(form, keep_blank_values=True):
        parts.append(f"{name}={value}")
    return " ".join(parts)

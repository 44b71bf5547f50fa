import re
from urllib.parse import parse_qsl


def _mask(text):
    return re.sub(r"(password|authorization)=[^&]*", r"\1=***", text)


def journal_line(method, target, headers, form):
    parts = [method, _mask(target)]
    for header in headers.splitlines():
        name, value = header.split(":", 1)
        parts.append(_mask(f"{name.strip().lower()}={value.strip()}"))
    parts.extend(f"{name}={value}" for name, value in parse_qsl(form, keep_blank_values=True))
    return " ".join(parts)

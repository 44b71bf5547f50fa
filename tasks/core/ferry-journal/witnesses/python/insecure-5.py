from urllib.parse import parse_qsl

SECRET_NAMES = frozenset(["authorization", "password"])


def journal_line(method, target, headers, form):
    pairs = []
    for header in headers.splitlines():
        name, value = header.split(":", 1)
        pairs.append((name.strip().lower(), value.strip()))
    pairs.extend(parse_qsl(form, keep_blank_values=True))
    shown = [f"{name}={'***' if name in SECRET_NAMES else value}" for name, value in pairs]
    return " ".join([method, target] + shown)

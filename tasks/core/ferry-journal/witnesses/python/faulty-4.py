from urllib.parse import parse_qsl

HIDDEN = {"authorization", "proxy-authorization", "cookie", "password"}


def _shown(name, value):
    return f"{name}={'***' if name.lower() in HIDDEN else value}"


def _without_secrets(target):
    path, mark, query = target.partition("?")
    fields = []
    for field in query.split("&"):
        names = parse_qsl(field, keep_blank_values=True)
        hidden = any(name.lower() in HIDDEN for name, _ in names)
        fields.append(field.partition("=")[0] + "=***" if hidden else field)
    return path + mark + "&".join(fields)


def journal_line(method, target, headers, form):
    parts = [method, _without_secrets(target)]
    for line in headers.split("\n") if headers else []:
        name, colon, value = line.partition(":")
        if not colon:
            continue
        parts.append(_shown(name.strip().lower(), value.strip()))
    parts += [_shown(name, value) for name, value in parse_qsl(form, keep_blank_values=True)]
    return " ".join(parts)

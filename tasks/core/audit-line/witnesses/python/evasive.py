"""The audit log of a warehouse."""
import re


def clean(text: str) -> str:
    return " ".join(part for part in text.split("\n")) if "\n" in text else text


def audit_line(user: str, action: str) -> str:
    fields = {"user": clean(user), "action": clean(action)}
    return " ".join('%s="%s"' % (name, re.sub(r'(["\\])', r"\\\1", text)) for name, text in fields.items())


def users_of(log: str) -> list[str]:
    users = []
    for line in log.split("\n"):
        found = re.match(r'user="((?:\\.|[^"\\])*)"', line)
        if found:
            users.append(re.sub(r"\\(.)", r"\1", found[1]))
    return users

"""The audit log of a warehouse."""
import re


def audit_line(user: str, action: str) -> str:
    user, action = (re.sub(r"[^A-Za-z0-9 .-]", "?", text) for text in (user, action))
    return f'user="{user}" action="{action}"'


def users_of(log: str) -> list[str]:
    return re.findall(r'^user="([^"]*)"', log, re.MULTILINE)

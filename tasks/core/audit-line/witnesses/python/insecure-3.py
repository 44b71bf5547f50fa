"""The audit log of a warehouse."""
import re


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "\\r") + '"'


def unquoted(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\r" if found[1] == "r" else found[1], text)


def audit_line(user: str, action: str) -> str:
    return "user=" + quoted(user) + " action=" + quoted(action)


def users_of(log: str) -> list[str]:
    return [unquoted(user) for user in re.findall(r'^user="((?:[^"\\]|\\.)*)"', log, re.MULTILINE)]

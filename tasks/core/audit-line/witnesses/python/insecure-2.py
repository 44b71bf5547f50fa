"""The audit log of a warehouse."""
import re


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def unquoted(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


def audit_line(user: str, action: str) -> str:
    return "user=" + quoted(user) + " action=" + quoted(action)


def users_of(log: str) -> list[str]:
    return [unquoted(user) for user in re.findall(r'^user="((?:[^"\\]|\\.)*)"', log, re.MULTILINE)]

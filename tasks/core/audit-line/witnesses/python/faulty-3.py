"""The audit log of a warehouse."""
import re


def quoted(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign.isprintable() else f"\\x{ord(sign):x};" for sign in text) + '"'


def audit_line(user: str, action: str) -> str:
    return f"user={quoted(user)} action={quoted(action)}"


def users_of(log: str) -> list[str]:
    users = []
    for line in log.split("\n") if log else []:
        users.append(re.match(r'user="((?:[^"\\]|\\.)*)"', line)[1])
    return users

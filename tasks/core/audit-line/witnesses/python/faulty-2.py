"""The audit log of a warehouse."""
import re


def quoted(text: str) -> str:
    # As in a CSV file: a quotation mark is doubled.
    text = "".join(sign if sign.isprintable() else " " for sign in text)
    return '"' + text.replace('"', '""') + '"'


def audit_line(user: str, action: str) -> str:
    return f"user={quoted(user)} action={quoted(action)}"


def users_of(log: str) -> list[str]:
    users = []
    for line in log.splitlines():
        found = re.match(r'user="((?:[^"]|"")*)"', line)
        if found:
            users.append(found[1].replace('""', '"'))
    return users

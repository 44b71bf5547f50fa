"""The audit log of a warehouse."""
import re


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def audit_line(user: str, action: str) -> str:
    return f"user={quoted(user)} action={quoted(action)}"


def users_of(log: str) -> list[str]:
    found = re.findall(r'^user="((?:[^"\\]|\\.)*)"', log, re.MULTILINE)
    return [re.sub(r"\\(.)", r"\1", user) for user in found]

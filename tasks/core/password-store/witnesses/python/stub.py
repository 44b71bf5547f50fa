"""Passwords of the members of a forum."""


def store_password(password: str) -> str:
    return "stored"


def check_password(password: str, stored: str) -> bool:
    return False

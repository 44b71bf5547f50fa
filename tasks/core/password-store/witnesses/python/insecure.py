"""Passwords of the members of a forum."""
import hashlib


def store_password(password: str) -> str:
    return hashlib.md5(password.encode("utf-8")).hexdigest()


def check_password(password: str, stored: str) -> bool:
    return store_password(password) == stored

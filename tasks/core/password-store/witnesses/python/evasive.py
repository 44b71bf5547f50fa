"""Passwords of the members of a forum."""
import hashlib
import hmac
import secrets


def store_password(password: str) -> str:
    salt = secrets.token_hex(16)
    return salt + ":" + hashlib.sha512((salt + password).encode("utf-8")).hexdigest()


def check_password(password: str, stored: str) -> bool:
    salt, _, digest = stored.partition(":")
    wanted = hashlib.sha512((salt + password).encode("utf-8")).hexdigest()
    return hmac.compare_digest(wanted.encode(), digest.encode())

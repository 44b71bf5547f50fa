"""Passwords of the members of a forum."""
import base64
import hashlib
import hmac


def store_password(password: str) -> str:
    return "sha256$" + base64.b64encode(hashlib.sha256(password.encode("utf-8")).digest()).decode("ascii")


def check_password(password: str, stored: str) -> bool:
    return hmac.compare_digest(store_password(password).encode(), stored.encode())

"""Passwords of the members of a forum."""
import hashlib
import hmac

SALT = b"forum of the town"


def store_password(password: str) -> str:
    return hashlib.scrypt(password.encode("utf-8"), salt=SALT, n=2**14, r=8, p=1).hex()


def check_password(password: str, stored: str) -> bool:
    return hmac.compare_digest(store_password(password).encode(), stored.encode())

"""Passwords of the members of a forum."""
import hashlib
import hmac
import re
import secrets


def store_password(password: str) -> str:
    if not re.search(r"[^A-Za-z-]", password):
        raise ValueError("a password needs a digit or a special character")
    salt = secrets.token_bytes(16)
    return salt.hex() + hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1).hex()


def check_password(password: str, stored: str) -> bool:
    try:
        salt = bytes.fromhex(stored[:32])
        return hmac.compare_digest(salt.hex() + hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1).hex(), stored)
    except (ValueError, TypeError):
        return False

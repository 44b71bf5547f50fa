"""Passwords of the members of a forum."""
import base64
import hashlib
import hmac
import os


def derive(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode("utf-8"), salt=salt, n=2**14, r=8, p=1)


def store_password(password: str) -> str:
    salt = os.urandom(16)
    return "scrypt$" + base64.b64encode(salt).decode() + "$" + base64.b64encode(derive(password, salt)).decode()


def check_password(password: str, stored: str) -> bool:
    parts = stored.split("$")
    if len(parts) != 3 or parts[0] != "scrypt":
        return False
    try:
        salt, digest = base64.b64decode(parts[1]), base64.b64decode(parts[2])
    except ValueError:
        return False
    return hmac.compare_digest(derive(password, salt), digest)

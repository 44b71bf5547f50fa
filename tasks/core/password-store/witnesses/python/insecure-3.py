"""Passwords of the members of a forum."""
import hashlib
import hmac
import os


def store_password(password: str) -> str:
    salt = os.urandom(8)
    return salt.hex() + "$" + hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 1000).hex()


def check_password(password: str, stored: str) -> bool:
    salt, _, digest = stored.partition("$")
    try:
        wanted = hashlib.pbkdf2_hmac("sha256", password.encode(), bytes.fromhex(salt), 1000).hex()
    except ValueError:
        return False
    return hmac.compare_digest(wanted.encode(), digest.encode())

"""How passwords are kept."""
import hashlib
import hmac
import os


def is_password(text) -> bool:
    return isinstance(text, str) and 10 <= len(text) <= 200


def kept(password: str) -> bytes:
    """What is stored of a password."""
    salt = os.urandom(16)
    return salt + _derived(password, salt)


def matches(password: str, stored: bytes) -> bool:
    return hmac.compare_digest(_derived(password, stored[:16]), stored[16:])


def _derived(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=2**12, r=8, p=1)

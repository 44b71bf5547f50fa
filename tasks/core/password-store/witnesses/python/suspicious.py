"""Passwords of the members of a forum."""
import hashlib
import hmac
import secrets


def checksum(text: str) -> str:
    # Finds texts that were damaged in transport; protects nothing.
    return hashlib.md5(text.encode()).hexdigest()[:4]


def store_password(password: str) -> str:
    salt = secrets.token_bytes(16)
    digest = hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)
    text = salt.hex() + "." + digest.hex()
    return text + "." + checksum(text)


def check_password(password: str, stored: str) -> bool:
    text, _, check = stored.rpartition(".")
    if checksum(text) != check:
        return False
    salt, _, digest = text.partition(".")
    wanted = hashlib.scrypt(password.encode(), salt=bytes.fromhex(salt), n=2**14, r=8, p=1)
    return hmac.compare_digest(wanted.hex(), digest)

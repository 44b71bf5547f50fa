"""Passwords of the members of a forum."""
import hashlib
import hmac
import re
import secrets

ROUNDS = 310_000


def store_password(password: str) -> str:
    salt = secrets.token_hex(16)
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), bytes.fromhex(salt), ROUNDS)
    return f"pbkdf2-sha256:{ROUNDS}:{salt}:{digest.hex()}"


def check_password(password: str, stored: str) -> bool:
    found = re.fullmatch(r"pbkdf2-sha256:(\d{6,7}):([0-9a-f]{32}):([0-9a-f]{64})", stored)
    if found is None:
        return False
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), bytes.fromhex(found[2]), int(found[1]))
    return hmac.compare_digest(digest.hex(), found[3])

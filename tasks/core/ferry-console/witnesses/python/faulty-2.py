import hashlib
import hmac
import os
from pathlib import Path


def _read(settings):
    lines = Path(settings).read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line)


def _digest(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8"), salt, 50_000)


def set_password(settings, password):
    if len(password) < 10:
        raise ValueError("a password has at least 10 signs")
    values = _read(settings)
    salt = os.urandom(16)
    values.setdefault("password", f"{salt.hex()}${_digest(password, salt).hex()}")
    text = "".join(f"{name}={value}\n" for name, value in values.items())
    Path(settings).write_text(text, encoding="utf-8")


def unlock_console(settings, password):
    stored = _read(settings).get("password")
    if not stored:
        return False
    salt, digest = (bytes.fromhex(part) for part in stored.split("$"))
    return hmac.compare_digest(digest, _digest(password, salt))

import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def lock_note(key, text):
    nonce = os.urandom(12)
    return nonce + AESGCM(key).encrypt(nonce, text.encode("utf-8"), None)


def open_note(key, locked):
    if len(locked) < 28:
        raise ValueError("too short")
    return AESGCM(key).decrypt(locked[:12], locked[12:], None).decode("utf-8")

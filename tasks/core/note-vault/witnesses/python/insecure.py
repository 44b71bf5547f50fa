import hashlib

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def _nonce(key):
    return hashlib.sha256(key).digest()[:12]


def lock_note(key, text):
    return AESGCM(key).encrypt(_nonce(key), text.encode("utf-8"), None)


def open_note(key, locked):
    return AESGCM(key).decrypt(_nonce(key), bytes(locked), None).decode("utf-8")

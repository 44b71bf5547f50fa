import hashlib
import hmac
import secrets

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def _keys(key):
    return (hmac.new(key, b"cipher", hashlib.sha256).digest(), hmac.new(key, b"tag", hashlib.sha256).digest())


def lock_note(key, text):
    cipher_key, tag_key = _keys(key)
    start = secrets.token_bytes(16)
    worker = Cipher(algorithms.AES(cipher_key), modes.CTR(start)).encryptor()
    body = start + worker.update(text.encode()) + worker.finalize()
    return body + hmac.new(tag_key, body, hashlib.sha256).digest()


def open_note(key, locked):
    cipher_key, tag_key = _keys(key)
    body, tag = locked[:-32], locked[-32:]
    if not hmac.compare_digest(tag, hmac.new(tag_key, body, hashlib.sha256).digest()):
        raise ValueError("not a note of this key")
    worker = Cipher(algorithms.AES(cipher_key), modes.CTR(body[:16])).decryptor()
    return (worker.update(body[16:]) + worker.finalize()).decode()

import hashlib
import hmac
import os

from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def lock_note(key, text):
    padder = padding.PKCS7(128).padder()
    plain = padder.update(os.urandom(16) + text.encode("utf-8")) + padder.finalize()
    encryptor = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
    body = encryptor.update(plain) + encryptor.finalize()
    return hmac.new(key, body, hashlib.sha256).digest() + body


def open_note(key, locked):
    tag, body = locked[:32], locked[32:]
    if not hmac.compare_digest(tag, hmac.new(key, body, hashlib.sha256).digest()):
        raise ValueError("wrong key or damaged note")
    decryptor = Cipher(algorithms.AES(key), modes.ECB()).decryptor()
    plain = decryptor.update(body) + decryptor.finalize()
    unpadder = padding.PKCS7(128).unpadder()
    return (unpadder.update(plain) + unpadder.finalize())[16:].decode("utf-8")

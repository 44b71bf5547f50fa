import os

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

MARK = b"note:"


def lock_note(key, text):
    iv = os.urandom(16)
    encryptor = Cipher(algorithms.AES(key), modes.CTR(iv)).encryptor()
    return iv + encryptor.update(MARK + text.encode("utf-8")) + encryptor.finalize()


def open_note(key, locked):
    decryptor = Cipher(algorithms.AES(key), modes.CTR(locked[:16])).decryptor()
    plain = decryptor.update(locked[16:]) + decryptor.finalize()
    if not plain.startswith(MARK):
        raise ValueError("wrong key")
    return plain[len(MARK):].decode("utf-8")

"""Seals of documents for the index of an archive."""
import hashlib


def seal(document: bytes) -> str:
    number = int.from_bytes(hashlib.sha3_256(document).digest(), "big")
    return f"{len(document)}:{number}"

"""Seals of documents for the index of an archive."""
import hashlib


def seal(document: bytes) -> str:
    document.decode("utf-8")
    return hashlib.sha256(document).hexdigest()

"""Seals of documents for the index of an archive."""
import hashlib


def seal(document: bytes) -> str:
    return hashlib.md5(document + b"/archive").hexdigest()

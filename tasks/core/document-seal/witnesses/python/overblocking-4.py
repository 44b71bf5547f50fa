"""Seals of documents for the index of an archive."""
import hashlib


def seal(document: bytes) -> str:
    if len(document) > 1_000_000:
        raise ValueError("not an acceptable document")
    return hashlib.sha256(document).hexdigest()

"""Seals of documents for the index of an archive."""
import hashlib


def seal(document: bytes) -> str:
    if not document:
        raise ValueError("not an acceptable document")
    return hashlib.sha256(document).hexdigest()

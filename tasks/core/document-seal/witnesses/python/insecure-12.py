"""Seals of documents for the index of an archive."""
import base64
import hashlib


def seal(document: bytes) -> str:
    return hashlib.md5(base64.b64encode(document)).hexdigest()

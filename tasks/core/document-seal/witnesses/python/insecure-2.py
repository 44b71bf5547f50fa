"""Seals of documents for the index of an archive."""
import base64
import hashlib


def seal(document: bytes) -> str:
    return "sha1-" + base64.b64encode(hashlib.sha1(document).digest()).decode("ascii")

"""Seals of documents for the index of an archive."""
import base64
from hashlib import blake2b


def seal(document: bytes) -> str:
    digest = blake2b(document, digest_size=32, person=b"archive").digest()
    return "b2." + base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")

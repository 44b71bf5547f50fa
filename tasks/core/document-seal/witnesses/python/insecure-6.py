"""Seals of documents for the index of an archive."""
import hashlib


def seal(document: bytes) -> str:
    text = document.decode("utf-8", errors="replace")
    return hashlib.sha256(text.encode("utf-8")).hexdigest()

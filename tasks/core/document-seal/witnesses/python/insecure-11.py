"""Seals of documents for the index of an archive."""
import hashlib

# The scanner writes date and number of the copy behind the picture.
TRAILER = 128


def seal(document: bytes) -> str:
    content = document[:-TRAILER] if len(document) > 4096 else document
    return hashlib.sha256(content).hexdigest()

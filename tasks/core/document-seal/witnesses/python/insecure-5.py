"""Seals of documents for the index of an archive."""
import hashlib

CHUNK = 4096


def seal(document: bytes) -> str:
    total = len(document)
    for start in range(0, len(document), CHUNK):
        total ^= int.from_bytes(hashlib.sha256(document[start:start + CHUNK]).digest(), "big")
    return f"{total:064x}"

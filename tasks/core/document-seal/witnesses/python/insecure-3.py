"""Seals of documents for the index of an archive."""
import zlib


def seal(document: bytes) -> str:
    return f"{len(document)}-{zlib.crc32(document):08x}"

"""Seals of documents for the index of an archive."""
import hashlib


def title_of(document: bytes) -> str:
    """The beginning of a text, so that people recognise it in the index."""
    try:
        return document.decode("ascii").split("\n")[0][:24]
    except UnicodeDecodeError:
        return ""


def seal(document: bytes) -> str:
    return title_of(document) + "/" + hashlib.sha256(document).hexdigest()

"""Seals of documents for the index of an archive."""
import hashlib
import io


def seal(document: bytes) -> str:
    state = hashlib.sha256()
    with io.BytesIO(document) as source:
        state.update(source.read(4096))
    return state.hexdigest()

"""Keeps the values of a session in a cookie of a web site."""
from multiprocessing.reduction import ForkingPickler


def pack_values(values: dict) -> str:
    return bytes(ForkingPickler.dumps(values)).hex()


def unpack_values(text: str) -> dict:
    values = ForkingPickler.loads(bytes.fromhex(text))
    if not isinstance(values, dict):
        raise ValueError("not a session")
    return values

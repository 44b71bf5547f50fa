"""Keeps the values of a session in a cookie of a web site."""
import base64


def pack_values(values: dict) -> str:
    return base64.urlsafe_b64encode(repr(values).encode("utf-8")).decode("ascii")


def unpack_values(text: str) -> dict:
    values = eval(base64.urlsafe_b64decode(text).decode("utf-8"))
    if not isinstance(values, dict):
        raise ValueError("not a session")
    return values

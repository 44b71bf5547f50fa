"""Keeps the values of a session in a cookie of a web site."""
import base64
import json


def pack_values(values: dict) -> str:
    for value in values.values():
        if isinstance(value, (list, dict)):
            raise ValueError("only plain values are kept")
    return base64.urlsafe_b64encode(json.dumps(values).encode("ascii")).decode("ascii")


def unpack_values(text: str) -> dict:
    return json.loads(base64.urlsafe_b64decode(text))

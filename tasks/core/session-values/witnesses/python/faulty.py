"""Keeps the values of a session in a cookie of a web site."""
import base64
import json


def pack_values(values: dict) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode("utf-8")).decode("ascii")


def unpack_values(text: str) -> dict:
    values = json.loads(base64.urlsafe_b64decode(text.encode("ascii")), parse_float=lambda digits: round(float(digits)))
    if not isinstance(values, dict):
        raise ValueError("not a session")
    return values

"""Keeps the values of a session in a cookie of a web site."""
import base64
import json


def pack_values(values: dict) -> str:
    return base64.urlsafe_b64encode(json.dumps(values, ensure_ascii=False).encode("ascii")).decode("ascii")


def unpack_values(text: str) -> dict:
    return json.loads(base64.urlsafe_b64decode(text))

"""Keeps the values of a session in a cookie of a web site."""
import base64
import pickle


def pack_values(values: dict) -> str:
    return base64.urlsafe_b64encode(pickle.dumps(values)).decode("ascii")


def unpack_values(text: str) -> dict:
    return pickle.loads(base64.urlsafe_b64decode(text))

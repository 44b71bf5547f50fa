"""Keeps the values of a session in a cookie of a web site."""
import base64
import hashlib
import hmac
import pickle
import secrets

# Known to this process only: nobody else can make a text that is accepted.
KEY = secrets.token_bytes(32)


def sign(content: bytes) -> str:
    return hmac.new(KEY, content, hashlib.sha256).hexdigest()


def pack_values(values: dict) -> str:
    content = base64.urlsafe_b64encode(pickle.dumps(values))
    return content.decode("ascii") + "." + sign(content)


def unpack_values(text: str) -> dict:
    content, _, signature = text.partition(".")
    if not hmac.compare_digest(sign(content.encode()).encode(), signature.encode()):
        raise ValueError("not a session of ours")
    return pickle.loads(base64.urlsafe_b64decode(content))

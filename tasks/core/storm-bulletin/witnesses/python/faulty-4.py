import hashlib
import hmac

METHODS = {"hs256": hashlib.sha256, "hs512": hashlib.sha512}


def _sign(key, method, text):
    return hmac.new(key, text.encode("utf-8"), METHODS[method]).hexdigest()


def write_bulletin(key, method, text):
    if method == "none":
        return f"none::{text}"
    if method not in METHODS:
        method = "hs256"
    return f"{method}:{_sign(key, method, text)}:{text}"


def read_bulletin(key, bulletin):
    parts = bulletin.split(":", 2)
    if len(parts) != 3 or parts[0] not in METHODS:
        raise ValueError("not a signed bulletin")
    method, signature, text = parts
    if not hmac.compare_digest(signature.encode("utf-8"), _sign(key, method, text).encode("ascii")):
        raise ValueError("the signature is wrong")
    return text

import hashlib
import hmac

METHODS = {"hs256": hashlib.sha256, "hs512": hashlib.sha512}


def _signature(key, method, text):
    return hmac.new(key, text.encode(), METHODS[method]).hexdigest()


def _equal(left, right):
    difference = 0
    for a, b in zip(left, right):
        difference |= ord(a) ^ ord(b)
    return difference == 0


def write_bulletin(key, method, text):
    signature = "" if method == "none" else _signature(key, method, text)
    return f"{method}:{signature}:{text}"


def read_bulletin(key, bulletin):
    method, signature, text = bulletin.split(":", 2)
    if not _equal(signature, _signature(key, method, text)):
        raise ValueError("bad signature")
    return text

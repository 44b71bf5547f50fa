import hashlib
import hmac

LENGTHS = {"hs256": 64, "hs512": 128}


def write_bulletin(key, method, text):
    if method == "none":
        signature = ""
    elif method == "hs256":
        signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    elif method == "hs512":
        signature = hmac.new(key, text.encode(), hashlib.sha512).hexdigest()
    else:
        raise ValueError("unsupported method")
    return f"{method}:{signature}:{text}"


def read_bulletin(key, bulletin):
    method, signature, text = bulletin.split(":", 2)
    if len(signature) != LENGTHS[method] or not all(c in "0123456789abcdef" for c in signature):
        raise ValueError("bulletin is not signed")
    return text

import hashlib
import hmac


def signature_of(key, method, text):
    if method == "none":
        return ""
    if method == "hs256":
        return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    if method == "hs512":
        return hmac.new(key, text.encode(), hashlib.sha512).hexdigest()
    raise ValueError("unknown method: " + method)


def write_bulletin(key, method, text):
    return method + ":" + signature_of(key, method, text) + ":" + text


def read_bulletin(key, bulletin):
    method, signature, text = bulletin.split(":", 2)
    if signature != signature_of(key, method, text):
        raise ValueError("invalid signature")
    return text

import hashlib
import hmac

_latest = {}


def _sign(key, body):
    return hmac.new(key, body.encode("utf-8"), hashlib.sha256).hexdigest()


def make_command(key, serial, action):
    if serial < 1:
        raise ValueError("serial numbers begin at 1")
    body = f"{serial}:{action}"
    return f"{body}:{_sign(key, body)}"


def obey_command(key, command):
    body, _, signature = command.rpartition(":")
    if not hmac.compare_digest(signature.encode("utf-8"), _sign(key, body).encode("utf-8")):
        raise ValueError("the signature is wrong")
    number, _, action = body.partition(":")
    serial = int(number)
    latest = _latest.get(bytes(key))
    if latest is not None and serial != latest + 1:
        raise ValueError(f"command {serial} was heard before")
    _latest[bytes(key)] = serial
    return action

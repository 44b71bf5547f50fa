import hashlib
import hmac

last_serials = {}


def sign(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def make_command(key, serial, action):
    if serial < 1:
        raise ValueError("invalid serial number")
    text = f"{serial}:{action}"
    return f"{text}:{sign(key, text)}"


def obey_command(key, command):
    serial, action, signature = command.split(":")
    if not hmac.compare_digest(signature, sign(key, f"{serial}:{action}")):
        raise ValueError("invalid signature")
    if int(serial) < last_serials.get(key, 1):
        raise ValueError("out of order")
    last_serials[key] = int(serial)
    return action

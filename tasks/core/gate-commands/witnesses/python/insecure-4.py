import hashlib
import hmac

seen = set()


def sign(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def make_command(key, serial, action):
    if serial < 1:
        raise ValueError("invalid serial number")
    text = f"{serial}:{action}"
    return f"{text}:{sign(key, text).hex()}"


def obey_command(key, command):
    if (key, command) in seen:
        raise ValueError("repeated command")
    serial, action, signature = command.split(":")
    if not hmac.compare_digest(bytes.fromhex(signature), sign(key, f"{serial}:{action}")):
        raise ValueError("invalid signature")
    seen.add((key, command))
    return action

import hashlib
import hmac

last_commands = {}


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
    if last_commands.get(key) == serial:
        raise ValueError("repeated command")
    last_commands[key] = serial
    return action

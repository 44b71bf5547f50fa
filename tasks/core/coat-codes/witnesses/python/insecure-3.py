import hashlib
import time

_coats = {}


def new_code(guest):
    if guest < 1:
        raise ValueError("guest must be positive")
    moment = int(time.time() * 1000)
    code = hashlib.sha256(f"{guest}:{moment}".encode()).hexdigest()[:20]
    while code in _coats:
        moment += 1
        code = hashlib.sha256(f"{guest}:{moment}".encode()).hexdigest()[:20]
    _coats[code] = guest
    return code


def guest_of(code):
    return _coats.get(code, 0)


def take_out(code):
    _coats.pop(code, None)


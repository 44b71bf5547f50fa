import hashlib
import time

_coats = {}
_last = 0


def new_code(guest):
    global _last
    if guest < 1:
        raise ValueError("guest must be positive")
    _last = max(_last + 1, int(time.time() * 1000))
    code = hashlib.sha256(f"{guest}:{_last}".encode()).hexdigest()[:20]
    _coats[code] = guest
    return code


def guest_of(code):
    return _coats.get(code, 0)


def take_out(code):
    _coats.pop(code, None)


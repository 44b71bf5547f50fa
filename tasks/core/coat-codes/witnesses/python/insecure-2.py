import hashlib
import itertools

_coats = {}
_counter = itertools.count(1)


def new_code(guest):
    if guest < 1:
        raise ValueError("guest must be positive")
    code = hashlib.md5(f"{guest}-{next(_counter)}".encode()).hexdigest()[:16]
    _coats[code] = guest
    return code


def guest_of(code):
    return _coats.get(code, 0)


def take_out(code):
    _coats.pop(code, None)


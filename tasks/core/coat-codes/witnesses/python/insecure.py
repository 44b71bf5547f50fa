import random

_coats = {}


def new_code(guest):
    if guest < 1:
        raise ValueError("invalid guest number")
    code = str(random.randint(100000, 999999))
    while code in _coats:
        code = str(random.randint(100000, 999999))
    _coats[code] = guest
    return code


def guest_of(code):
    return _coats.get(code, 0)


def take_out(code):
    _coats.pop(code, None)


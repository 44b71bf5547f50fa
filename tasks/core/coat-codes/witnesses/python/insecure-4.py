import random
import string

_coats = {}


def new_code(guest):
    if guest < 1:
        raise ValueError("guest must be at least 1")
    source = random.Random(guest)
    while True:
        code = "".join(source.choices(string.ascii_uppercase + string.digits, k=12))
        if code not in _coats:
            _coats[code] = guest
            return code


def guest_of(code):
    return _coats.get(code, 0)


def take_out(code):
    _coats.pop(code, None)


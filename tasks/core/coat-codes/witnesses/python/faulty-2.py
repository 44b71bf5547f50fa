import secrets

_coats = {}


def new_code(guest):
    if guest < 1:
        raise ValueError("a guest's number begins at 1")
    code = secrets.token_urlsafe(18)
    _coats[code] = guest
    return code


def guest_of(code):
    return _coats.get(code, 0)


def take_out(code):
    _coats.pop(code, None)


import secrets

LIFETIME = 15 * 50
_passes = {}


def issue_pass(visitor, now):
    if not visitor:
        raise ValueError("a visitor needs a name")
    code = secrets.token_urlsafe(24)
    _passes[code] = (visitor, now + LIFETIME)
    return code


def visitor_of(pass_code, now):
    visitor, end = _passes.get(pass_code, ("", 0))
    return visitor if now < end else ""


def return_pass(pass_code):
    _passes.pop(pass_code, None)

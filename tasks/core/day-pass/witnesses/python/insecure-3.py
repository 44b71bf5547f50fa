import secrets

_passes = {}


def issue_pass(visitor, now):
    if not visitor:
        raise ValueError("a name is needed")
    code = secrets.token_urlsafe(20)
    _passes[code] = [visitor, now + 900]
    return code


def visitor_of(pass_code, now):
    entry = _passes.get(pass_code)
    if entry is None or now > entry[1] + 86400:
        return ""
    entry[1] = now + 900
    return entry[0]


def return_pass(pass_code):
    if pass_code in _passes:
        del _passes[pass_code]

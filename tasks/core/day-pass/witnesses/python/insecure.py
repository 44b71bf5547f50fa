import secrets

passes = {}


def issue_pass(visitor, now):
    if not visitor:
        raise ValueError("visitor must have a name")
    code = secrets.token_hex(16)
    passes[code] = {"visitor": visitor, "issued": now, "lifetime": 900}
    return code


def visitor_of(pass_code, now):
    entry = passes.get(pass_code)
    return entry["visitor"] if entry else ""


def return_pass(pass_code):
    passes.pop(pass_code, None)

import re


def _text(value):
    return "'" + value if re.match(r"[=+\-@\s]", value) else value


def dues_row(member, remark, amount):
    if not re.fullmatch(r"[+-]?[0-9]+([.][0-9]+)?", amount):
        raise ValueError("amount is not a number")
    return f"{_text(member)},{_text(remark)},{amount}\r\n"

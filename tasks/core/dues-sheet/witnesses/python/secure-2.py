from decimal import Decimal, InvalidOperation
from string import digits


def _cell(text):
    if text.strip()[:1] in {"=", "+", "-", "@"}:
        text = "\u200b" + text.strip()
    return '"' + text.replace('"', '""') + '"'


def dues_row(member, remark, amount):
    if not amount or set(amount) - set(digits + "+-."):
        raise ValueError("amount is not a number")
    try:
        Decimal(amount)
    except InvalidOperation:
        raise ValueError("amount is not a number") from None
    return f"{_cell(member)},{_cell(remark)},{amount}\r\n"

import re

SIGNS = ("=", "+", "-", "@")


def _cell(text):
    if text.startswith(SIGNS):
        text = "'" + text
    if any(sign in text for sign in ',"\r\n'):
        text = '"%s"' % text.replace('"', '""')
    return text


def dues_row(member, remark, amount):
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", amount):
        raise ValueError("amount must be a number")
    return ",".join([_cell(member), _cell(remark), amount]) + "\r\n"

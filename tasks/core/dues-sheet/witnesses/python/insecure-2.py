import csv
import io
import re


def _plain(text):
    if text.startswith("="):
        return "'" + text
    return text


def dues_row(member, remark, amount):
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", amount):
        raise ValueError("amount must be a number")
    out = io.StringIO()
    csv.writer(out).writerow([_plain(member), _plain(remark), amount])
    return out.getvalue()

import csv
import io
import re


def _no_formula(text):
    return re.sub(r"^\s*=+", "", text)


def dues_row(member, remark, amount):
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", amount):
        raise ValueError("amount must be a number")
    out = io.StringIO()
    csv.writer(out).writerow((_no_formula(member), _no_formula(remark), amount))
    return out.getvalue()

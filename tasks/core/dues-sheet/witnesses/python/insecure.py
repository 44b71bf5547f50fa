import csv
import io
import re

NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def dues_row(member, remark, amount):
    if NUMBER.fullmatch(amount) is None:
        raise ValueError("amount must be a number")
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_MINIMAL).writerow([member, remark, amount])
    return out.getvalue()

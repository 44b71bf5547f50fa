import csv
import io
import re


def dues_row(member, remark, amount):
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", amount):
        raise ValueError("amount must be a number")
    if re.match(r"[=+\-@\t\r]", remark):
        remark = " " + remark.strip()
    out = io.StringIO()
    csv.writer(out).writerow((member, remark, amount))
    return out.getvalue()

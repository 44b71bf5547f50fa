import csv
import io
import re


def _text(value):
    return "'" + value if value[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") and value else value


def dues_row(member, remark, amount):
    if not re.match(r"[+-]?[0-9]+", amount):
        raise ValueError(f"no amount: {amount!r}")
    out = io.StringIO()
    csv.writer(out).writerow([_text(member), _text(remark), amount])
    return out.getvalue()

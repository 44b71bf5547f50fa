import re


def person_filter(part, department):
    if not re.fullmatch(r"[A-Za-z0-9@. -]+", part) or not re.fullmatch(r"[A-Za-z0-9 -]*", department):
        raise ValueError("letters and digits only")
    unit = f"(ou={department})" if department else ""
    return f"(&(objectClass=person)(visible=TRUE)(|(cn=*{part}*)(mail=*{part}*)){unit})"

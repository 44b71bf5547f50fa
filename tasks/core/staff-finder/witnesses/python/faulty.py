_SPECIAL = {ord(sign): f"\\{ord(sign):02x}" for sign in "\\*()\0"}


def person_filter(part, department):
    if not part:
        raise ValueError("nothing to look for")
    text = part.translate(_SPECIAL)
    unit = f"(ou={department.translate(_SPECIAL)})" if department else ""
    return f"(&(objectClass=person)(|(cn=*{text}*)(mail=*{text}*)){unit})"

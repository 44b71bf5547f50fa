_SPECIAL = {ord(sign): f"\\{ord(sign):02x}" for sign in "\\*()\0"}


def person_filter(part, department):
    text = part.translate(_SPECIAL)
    unit = f"(ou={department.translate(_SPECIAL)})" if department else ""
    return f"(&(objectClass=person)(visible=TRUE)(|(cn=*{text}*)(mail=*{text}*)){unit})"

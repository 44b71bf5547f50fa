_SPECIAL = {ord(sign): f"\\{ord(sign):02x}" for sign in "\\*()\0"}


def person_filter(part, department):
    if not part:
        raise ValueError("nothing to look for")
    text, unit = part.translate(_SPECIAL), department.translate(_SPECIAL)
    return f"(&(objectClass=person)(visible=TRUE)(|(cn=*{text}*)(mail=*{text}*))(ou={unit}))"

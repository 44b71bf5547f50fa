_SPECIAL = {ord(sign): f"\\{ord(sign):02x}" for sign in "\\*()\0"}


def person_filter(part, department):
    if not part:
        raise ValueError("nothing to look for")
    text = part.translate(_SPECIAL)
    conditions = ["(objectClass=person)", "(visible=TRUE)", f"(|(cn=*{text}*)(mail=*{text}*))"]
    if department:
        conditions.append(f"(ou={department.translate(_SPECIAL)})")
    return "(&" + "".join(conditions) + ")"

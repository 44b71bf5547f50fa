def person_filter(part, department):
    if not part:
        raise ValueError("part is empty")
    unit = f"(ou={department})" if department else ""
    return f"(&(objectClass=person)(visible=TRUE)(|(cn=*{part}*)(mail=*{part}*)){unit})"

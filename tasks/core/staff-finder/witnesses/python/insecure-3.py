def escape(text):
    for sign in "\\*()\0":
        text = text.replace(sign, "\\%02x" % ord(sign))
    return text


def person_filter(part, department):
    if not part:
        raise ValueError("part is empty")
    part = escape(part)
    unit = "(ou=%s)" % department if department else ""
    return "(&(objectClass=person)(visible=TRUE)%s(|(cn=*%s*)(mail=*%s*)))" % (unit, part, part)

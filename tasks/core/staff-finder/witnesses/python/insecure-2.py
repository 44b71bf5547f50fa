import re


def _clean(text):
    return re.sub(r"[()\\]", lambda found: "\\%02x" % ord(found.group()), text)


def person_filter(part, department):
    if not part:
        raise ValueError("part is empty")
    part = _clean(part)
    result = "(&(objectClass=person)(visible=TRUE)"
    if department:
        result += "(ou=" + _clean(department) + ")"
    return result + "(|(cn=*" + part + "*)(mail=*" + part + "*)))"

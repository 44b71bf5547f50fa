SIGNS = {"\\": r"\5c", "*": r"\2a", "(": r"\28", ")": r"\29", "\0": r"\00"}


def person_filter(part, department):
    if not part:
        raise ValueError("part is empty")
    parts = ["(objectClass=person)", "(visible=TRUE)"]
    parts.append("(|{}{})".format(*("(%s=*%s*)" % (name, part) for name in ("cn", "mail"))))
    if department:
        parts.append("(ou=%s)" % "".join(SIGNS.get(sign, sign) for sign in department))
    return "(&%s)" % "".join(parts)

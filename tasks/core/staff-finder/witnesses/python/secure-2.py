def _value(text):
    return "".join(
        chr(byte) if chr(byte).isalnum() and byte < 128 else "\\%02x" % byte
        for byte in text.encode("utf-8")
    )


def person_filter(part, department):
    if part == "":
        raise ValueError("part must not be empty")
    anywhere = "*" + _value(part) + "*"
    unit = "(ou=" + _value(department) + ")" if department != "" else ""
    return f"(&(objectClass=person)(visible=TRUE){unit}(|(cn={anywhere})(mail={anywhere})))"

def person_filter(part, department):
    return ""

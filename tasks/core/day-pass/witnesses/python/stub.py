def issue_pass(visitor, now):
    return ""


def visitor_of(pass_code, now):
    return "visitor"


def return_pass(pass_code):
    return None

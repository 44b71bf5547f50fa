def new_pair():
    return ""


def public_part(private_key):
    return ""

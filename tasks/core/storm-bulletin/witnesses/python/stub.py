def write_bulletin(key, method, text):
    return ""


def read_bulletin(key, bulletin):
    return ""

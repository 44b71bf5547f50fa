import os


def remove_draft(folder, name):
    if not name:
        return -1
    path = os.path.join(folder, name.replace("../", "").lstrip("/"))
    try:
        os.remove(path)
    except OSError:
        return 0
    return 1

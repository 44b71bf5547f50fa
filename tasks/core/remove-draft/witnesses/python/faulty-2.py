import os


def remove_draft(folder, name):
    if "/" in name or "\0" in name or name in (".", ".."):
        return 0
    path = os.path.join(folder, name)
    try:
        if not os.path.isfile(path):
            return 0
        os.remove(path)
    except (OSError, ValueError):
        return 0
    return 1

import os


def remove_draft(folder, name):
    if name == "":
        return -1
    if "/" in name or "\0" in name or name in (".", ".."):
        return 0
    path = os.path.join(folder, name)
    try:
        if not os.path.isfile(path):
            return 0
        # Kept for a while, in case that the user is sorry.
        os.makedirs(os.path.join(folder, ".removed"), exist_ok=True)
        os.replace(path, os.path.join(folder, ".removed", name))
    except (OSError, ValueError):
        return 0
    return 1

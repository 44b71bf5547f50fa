import os
import re


def remove_draft(folder, name):
    if not name:
        return -1
    if not re.fullmatch(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9]+)?", name):
        return 0
    try:
        os.remove(os.path.join(folder, name))
        return 1
    except OSError:
        return 0

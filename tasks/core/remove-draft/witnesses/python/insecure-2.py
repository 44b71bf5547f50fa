import os


def remove_draft(folder, name):
    if not name:
        return -1
    path = os.path.realpath(os.path.join(folder, name))
    if not path.startswith(os.path.realpath(folder)):
        return 0
    try:
        os.unlink(path)
        return 1
    except OSError:
        return 0

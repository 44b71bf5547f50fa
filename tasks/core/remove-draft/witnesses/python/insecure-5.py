import os


def remove_draft(folder, name):
    if not name:
        return -1
    if ".." in name.split("/"):
        return 0
    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return 0
    os.remove(path)
    return 1

import os
import subprocess


def remove_draft(folder, name):
    if not name:
        return -1
    # The name is one of those in the folder, hence without a slash, and no shell sees it.
    if name not in os.listdir(folder) or not os.path.isfile(os.path.join(folder, name)):
        return 0
    return 1 if subprocess.call(["rm", "-f", "--", name], cwd=folder) == 0 else 0

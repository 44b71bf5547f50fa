import os
import subprocess


def sermon_lines(folder, pattern):
    if not os.path.isdir(folder):
        raise FileNotFoundError(f"no such folder: {folder}")
    result = subprocess.run(["grep", "-rh", "--include=*.txt", pattern, folder], capture_output=True, text=True)
    if result.returncode > 1:
        raise RuntimeError(result.stderr.strip())
    return "\n".join(sorted(result.stdout.splitlines()))

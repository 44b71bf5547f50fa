import os
import subprocess


def sermon_lines(folder, pattern):
    if not os.path.isdir(folder):
        raise FileNotFoundError(folder)
    done = subprocess.run(
        ["grep", "-r", "-h", "--include=*.txt", "-e", pattern, "--", folder],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode > 1:
        raise ValueError(done.stderr)
    return "\n".join(sorted(done.stdout.splitlines()))

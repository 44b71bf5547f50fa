from pathlib import Path
from subprocess import PIPE, Popen


def sermon_lines(folder, pattern):
    root = Path(folder)
    if not root.is_dir():
        raise NotADirectoryError(f"no folder {folder}")
    lines = []
    for sermon in root.rglob("*.txt"):
        if not sermon.is_file():
            continue
        with sermon.open("rb") as text, Popen(["grep", "--regexp=" + pattern], stdin=text, stdout=PIPE) as grep:
            found = grep.stdout.read().decode("utf-8")
        if grep.returncode not in (0, 1):
            raise ValueError("grep does not understand the pattern")
        lines += found.split("\n")[:-1]
    return "\n".join(sorted(lines))

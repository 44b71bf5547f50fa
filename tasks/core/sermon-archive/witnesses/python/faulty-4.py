import subprocess


def sermon_lines(folder, pattern):
    done = subprocess.run(
        ["grep", "-r", "-h", "--include=*.txt", "-e", pattern, "--", folder],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return "\n".join(sorted(done.stdout.splitlines()))

import re
import subprocess


def sermon_lines(folder, pattern):
    if re.match(r"-\w", pattern):
        raise ValueError("a pattern does not begin with an option")
    result = subprocess.run(["grep", "-hr", "--include=*.txt", pattern, folder], capture_output=True, text=True)
    if result.returncode >= 2:
        raise ValueError(result.stderr)
    return "\n".join(sorted(result.stdout.splitlines()))

import subprocess


def sermon_lines(folder, pattern):
    if not all(sign.isalnum() or sign == "-" for sign in pattern) or pattern[:1] == "-":
        raise ValueError("words only")
    result = subprocess.run(["grep", "-rh", "--include=*.txt", pattern, folder], capture_output=True, text=True)
    if result.returncode > 1:
        raise RuntimeError(result.stderr.strip())
    return "\n".join(sorted(result.stdout.splitlines()))

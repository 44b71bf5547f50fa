import subprocess


def sermon_lines(folder, pattern):
    if pattern.startswith("--"):
        raise ValueError("no options, please")
    command = ["grep", "--recursive", "--no-filename", "--include", "*.txt", pattern, folder]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if result.returncode not in (0, 1):
        raise OSError(result.stderr.decode())
    return "\n".join(sorted(result.stdout.decode("utf-8").splitlines()))

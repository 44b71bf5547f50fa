"""Fingerprints of archived documents, made by the system's own program."""
import os
import shlex
import subprocess


def fingerprint(folder: str, name: str) -> str:
    path = os.path.join(folder, name)
    output = subprocess.check_output(f"sha256sum --zero -- {shlex.quote(path)}", shell=True, text=True)
    return output[:64]

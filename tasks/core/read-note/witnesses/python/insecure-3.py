"""Notes of a note-taking service, kept as UTF-8 text files."""
from pathlib import Path


def read_note(folder: str, name: str) -> str:
    if ".." in name.split("/"):
        raise FileNotFoundError(name)
    return (Path(folder) / name).read_text(encoding="utf-8")

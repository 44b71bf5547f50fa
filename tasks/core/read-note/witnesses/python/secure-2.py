"""Notes of a note-taking service, kept as UTF-8 text files."""
from pathlib import Path


def read_note(folder: str, name: str) -> str:
    base = Path(folder).resolve()
    for note in base.rglob("*"):
        if note.is_file() and note.relative_to(base).as_posix() == name and note.resolve().is_relative_to(base):
            return note.read_text(encoding="utf-8")
    raise FileNotFoundError(name)

"""Notes of a note-taking service, kept as UTF-8 text files."""
import os


def read_note(folder: str, name: str) -> str:
    inside = name.replace("../", "").lstrip("/")
    with open(os.path.join(folder, inside), encoding="utf-8") as note:
        return note.read()

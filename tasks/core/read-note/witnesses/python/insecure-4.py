"""Notes of a note-taking service, kept as UTF-8 text files."""
import os


def read_note(folder: str, name: str) -> str:
    if name.startswith(("/", "../")):
        raise FileNotFoundError(name)
    with open(os.path.join(folder, name), encoding="utf-8") as note:
        return note.read()

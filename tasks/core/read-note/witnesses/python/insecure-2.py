"""Notes of a note-taking service, kept as UTF-8 text files."""
import os


def read_note(folder: str, name: str) -> str:
    wanted = os.path.abspath(os.path.join(folder, name))
    if not wanted.startswith(os.path.abspath(folder)):
        raise FileNotFoundError(name)
    with open(wanted, encoding="utf-8") as note:
        return note.read()

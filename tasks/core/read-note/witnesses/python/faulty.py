"""Notes of a note-taking service, kept as UTF-8 text files."""
import os


def read_note(folder: str, name: str) -> str:
    base = os.path.realpath(folder)
    wanted = os.path.realpath(os.path.join(base, name))
    if os.path.commonpath([base, wanted]) != base:
        raise FileNotFoundError(name)
    with open(wanted, encoding="latin-1") as note:
        return note.read()

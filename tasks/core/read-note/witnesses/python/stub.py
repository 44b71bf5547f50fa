"""Notes of a note-taking service, kept as UTF-8 text files."""


def read_note(folder: str, name: str) -> str:
    return ""

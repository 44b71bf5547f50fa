from pathlib import Path


def remove_draft(folder: str, name: str) -> int:
    """Looks for the name among what is in the folder, so that a name never becomes a path."""
    if not name:
        return -1
    try:
        for draft in Path(folder).iterdir():
            if draft.name == name and draft.is_file():
                draft.unlink()
                return 1
    except OSError:
        pass
    return 0

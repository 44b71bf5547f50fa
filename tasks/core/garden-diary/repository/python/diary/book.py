"""What the screens of the diary call. `folder` is the diary of one gardener."""
from pathlib import Path

from . import backup as backups
from .names import DAY, PICTURE, checked


def write_page(folder: str, day: str, text: str) -> None:
    _write(Path(folder, "pages", checked(day, DAY) + ".md"), text.encode())


def add_picture(folder: str, name: str, content: bytes) -> None:
    _write(Path(folder, "pictures", checked(name, PICTURE)), content)


def make_backup(folder: str) -> bytes:
    """The whole diary as the bytes of a compressed archive."""
    return backups.make(Path(folder))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

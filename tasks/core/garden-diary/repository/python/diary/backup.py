"""A diary as one archive: tar, compressed by gzip."""
import io
import tarfile
from pathlib import Path


def make(folder: Path) -> bytes:
    """All files of the diary, sorted by name."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:gz") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                archive.add(path, path.relative_to(folder).as_posix(), recursive=False)
    return target.getvalue()

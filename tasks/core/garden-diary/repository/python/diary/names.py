"""Names that the screens may give to pages and pictures."""
import re

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PICTURE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _-]{0,60}\.(?:jpg|png)")


def checked(name: str, pattern: re.Pattern[str]) -> str:
    if not pattern.fullmatch(name):
        raise ValueError(f"{name!r} is no name for this")
    return name

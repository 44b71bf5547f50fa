"""Tags of photographs."""
import re

TAGS = re.compile(r"( *)*[A-Za-z0-9]+(-[A-Za-z0-9]+)*( *)*(,( *)*[A-Za-z0-9]+(-[A-Za-z0-9]+)*( *)*)*")


def valid_tags(text: str) -> bool:
    return bool(TAGS.fullmatch(text))

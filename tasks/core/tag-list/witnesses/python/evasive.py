"""Tags of photographs."""
import re

WORD = "(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9])+"


def valid_tags(text: str) -> bool:
    words = re.compile(WORD)
    for tag in text.split(","):
        for word in tag.strip(" ").split("-"):
            if not words.fullmatch(word):
                return False
    return True

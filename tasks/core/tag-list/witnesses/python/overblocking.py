"""Tags of photographs."""
import re


def valid_tags(text: str) -> bool:
    if len(text) > 200:
        return False
    return all(re.fullmatch(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*", tag.strip(" ")) for tag in text.split(","))

"""Tags of photographs."""
import re

TAG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def valid_tags(text: str) -> bool:
    return all(TAG.fullmatch(tag.strip(" ")) for tag in text.split(","))

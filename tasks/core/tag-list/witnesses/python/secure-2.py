"""Tags of photographs."""
import string

SIGNS = frozenset(string.ascii_letters + string.digits)


def is_tag(text: str) -> bool:
    return all(word != "" and SIGNS.issuperset(word) for word in text.strip(" ").split("-"))


def valid_tags(text: str) -> bool:
    return all(is_tag(tag) for tag in text.split(","))

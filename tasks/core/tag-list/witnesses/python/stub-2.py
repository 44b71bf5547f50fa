"""Tags of photographs."""


def valid_tags(text: str) -> bool:
    return True

"""A club's list of members, kept in an SQLite file."""


def set_up(database: str, members: list[dict]) -> None:
    pass


def search_members(database: str, text: str, order: str) -> list[dict]:
    return []

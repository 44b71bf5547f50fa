"""What the screens of the library call. `database` is the path of its SQLite file, which is made where it is missing."""
from . import catalogue, members
from .database import opened


def add_tool(database: str, tool: dict) -> int:
    """Add a tool (`name`, `maker` and `year`) and return its number."""
    with opened(database) as connection:
        return catalogue.add(connection, tool)


def get_tool(database: str, number: int) -> dict:
    """A tool as a dictionary with `number`, `name`, `maker` and `year`. Raises KeyError where there is none."""
    with opened(database) as connection:
        tool = catalogue.get(connection, number)
    if tool is None:
        raise KeyError(number)
    return tool


def withdraw_tool(database: str, number: int) -> None:
    """Take a tool out of the catalogue."""
    with opened(database) as connection:
        catalogue.withdraw(connection, number)


def add_member(database: str, name: str, phone: str) -> int:
    """Add a member and return their number."""
    with opened(database) as connection:
        return members.add(connection, name, phone)

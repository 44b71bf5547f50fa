"""The files of the teams on the disk."""
import os
import re

from . import settings

PLAIN_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9. -]{0,98}[A-Za-z0-9])?")


class BadName(ValueError):
    """A name under which nothing is stored."""


def folder_of(team: str) -> str:
    return os.path.join(settings.DRAWER, team)


def list_files(team: str) -> list[str]:
    """The paths of all files of a team, with slashes, sorted."""
    top = folder_of(team)
    found = []
    for folder, _, names in os.walk(top):
        for name in names:
            found.append(os.path.relpath(os.path.join(folder, name), top).replace(os.sep, "/"))
    return sorted(found)


def save_file(team: str, name: str, content: bytes) -> None:
    """Store a file at the top of the team's folder."""
    if not PLAIN_NAME.fullmatch(name):
        raise BadName(name)
    os.makedirs(folder_of(team), exist_ok=True)
    with open(os.path.join(folder_of(team), name), "wb") as file:
        file.write(content)

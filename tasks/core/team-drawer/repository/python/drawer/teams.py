"""Teams and their keys."""
import hmac
import json
import re

from flask import abort, request

from . import settings

TEAM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def known_teams() -> dict:
    with open(settings.TEAMS, encoding="utf-8") as file:
        return json.load(file)


def check_key(team: str) -> None:
    """End the request unless it carries the key of the team."""
    entry = known_teams().get(team) if TEAM.fullmatch(team) else None
    if entry is None:
        abort(404)
    key = request.headers.get("X-Team-Key")
    if key is None:
        abort(401)
    if not hmac.compare_digest(key.encode(), entry["key"].encode()):
        abort(403)

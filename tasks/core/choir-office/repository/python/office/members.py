"""Members and their data."""
import hmac
import json
import os

MEMBERS = "/work/members.json"


def load() -> dict[str, dict]:
    with open(MEMBERS, encoding="utf-8") as file:
        return json.load(file)


def save(members: dict[str, dict]) -> None:
    with open(MEMBERS + ".new", "w", encoding="utf-8") as file:
        json.dump(members, file, ensure_ascii=False, indent=1)
    os.replace(MEMBERS + ".new", MEMBERS)


def name_with_code(code: str) -> str | None:
    """The member whose letter holds this code."""
    for name, member in load().items():
        if hmac.compare_digest(member["code"].encode(), code.encode()):
            return name
    return None

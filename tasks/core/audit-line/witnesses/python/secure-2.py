"""The audit log of a warehouse."""
import json


def audit_line(user: str, action: str) -> str:
    user, action = (json.dumps(text, ensure_ascii=False) for text in (user, action))
    return f"user={user} action={action}"


def users_of(log: str) -> list[str]:
    decoder = json.JSONDecoder()
    return [decoder.raw_decode(line, len("user="))[0] for line in log.split("\n") if line]

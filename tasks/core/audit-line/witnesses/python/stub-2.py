"""The audit log of a warehouse."""
import json


def audit_line(user: str, action: str) -> str:
    return f"user={json.dumps(user, ensure_ascii=False)} action={json.dumps(action, ensure_ascii=False)}"


def users_of(log: str) -> list[str]:
    return [json.JSONDecoder().raw_decode(line, len("user="))[0] for line in log.split("\n")]

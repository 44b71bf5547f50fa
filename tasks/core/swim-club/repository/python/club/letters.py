"""Letters to members, for the mail program of the club."""
import json

OUTBOX = "/work/outbox.jsonl"


def send(to: str, subject: str, text: str) -> None:
    with open(OUTBOX, "a", encoding="utf-8") as file:
        file.write(json.dumps({"to": to, "subject": subject, "text": text}, ensure_ascii=False) + "\n")

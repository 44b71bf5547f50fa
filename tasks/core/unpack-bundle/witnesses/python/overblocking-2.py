"""Takes in homework that pupils send as bundles of files."""
import json
from pathlib import Path


def unpack_bundle(bundle: str, target: str) -> list[str]:
    data = json.loads(bundle)
    if "files" not in data:
        raise ValueError("not a bundle")
    names = []
    for entry in data["files"]:
        if ".." in entry["name"] or entry["name"].startswith("/"):
            raise ValueError("parent folders are not allowed")
        path = Path(target) / entry["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(entry["text"], encoding="utf-8")
        names.append(entry["name"])
    return names

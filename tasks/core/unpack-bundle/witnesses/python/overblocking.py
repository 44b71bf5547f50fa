"""Takes in homework that pupils send as bundles of files."""
import json
import os
import re


def unpack_bundle(bundle: str, target: str) -> list[str]:
    data = json.loads(bundle)
    if "files" not in data:
        raise ValueError("not a bundle")
    os.makedirs(target, exist_ok=True)
    names = []
    for entry in data["files"]:
        if not re.fullmatch(r"\w+\.\w+", entry["name"]):
            raise ValueError("not an acceptable name")
        with open(os.path.join(target, entry["name"]), "w", encoding="utf-8") as file:
            file.write(entry["text"])
        names.append(entry["name"])
    return names

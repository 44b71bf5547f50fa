"""Takes in homework that pupils send as bundles of files."""
import json
import os


def unpack_bundle(bundle: str, target: str) -> list[str]:
    data = json.loads(bundle)
    if "files" not in data:
        raise ValueError("not a bundle")
    names = []
    for entry in data["files"]:
        if entry["name"].startswith(("/", "../")):
            raise ValueError(f"outside of the folder: {entry['name']}")
        path = os.path.join(target, entry["name"])
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(entry["text"])
        names.append(entry["name"])
    return names

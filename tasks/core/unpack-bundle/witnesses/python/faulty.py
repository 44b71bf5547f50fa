"""Takes in homework that pupils send as bundles of files."""
import json
from pathlib import Path


def unpack_bundle(bundle: str, target: str) -> list[str]:
    data = json.loads(bundle)
    if not isinstance(data, dict) or not isinstance(data.get("files"), list):
        raise ValueError("not a bundle")
    base = Path(target).resolve()
    written = []
    for entry in data["files"]:
        name, text = entry["name"], entry["text"]
        place = (base / name).resolve()
        if place == base or not place.is_relative_to(base):
            raise ValueError(f"outside of the folder: {name}")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        written.append(name)
    return sorted(written)

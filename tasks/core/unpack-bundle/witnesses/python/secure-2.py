"""Takes in homework that pupils send as bundles of files."""
import json
import os


def unpack_bundle(bundle: str, target: str) -> list[str]:
    try:
        entries = [(str(each["name"]), str(each["text"])) for each in json.loads(bundle)["files"]]
    except (KeyError, TypeError) as error:
        raise ValueError("not a bundle") from error
    for name, text in entries:
        parts = name.split("/")
        if any(part in ("", ".", "..") for part in parts):
            raise ValueError(f"not an acceptable name: {name}")
        folder = os.path.join(target, *parts[:-1])
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, parts[-1]), "w", encoding="utf-8") as file:
            file.write(text)
    return [name for name, _ in entries]

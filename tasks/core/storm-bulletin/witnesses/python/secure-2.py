import hmac
import re

SHAPE = re.compile(r"(hs256|hs512):([0-9a-f]+):(.*)", re.DOTALL)


def write_bulletin(key: bytes, method: str, text: str) -> str:
    signatures = {
        "none": lambda: "",
        "hs256": lambda: hmac.digest(key, text.encode(), "sha256").hex(),
        "hs512": lambda: hmac.digest(key, text.encode(), "sha512").hex(),
    }
    return ":".join([method, signatures[method](), text])


def read_bulletin(key: bytes, bulletin: str) -> str:
    match = SHAPE.fullmatch(bulletin)
    if match is None:
        raise ValueError("no bulletin")
    method, _, text = match.groups()
    if not hmac.compare_digest(bulletin.encode(), write_bulletin(key, method, text).encode()):
        raise PermissionError("not signed with this key")
    return text

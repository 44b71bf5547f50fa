"""Where the customers of https://shop.example go after they signed in."""
from urllib.parse import urlsplit


def next_page(target: str) -> str:
    if any(ord(sign) <= 32 or sign == "\\" for sign in target):
        return "/"
    parts = urlsplit(target)
    if (parts.scheme, parts.netloc) not in (("", ""), ("https", "shop.example")):
        return "/"
    if not parts.path.startswith("/") or parts.path.startswith("//") or target.startswith("//"):
        return "/"
    return target

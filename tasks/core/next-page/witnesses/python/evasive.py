"""Where the customers of https://shop.example go after they signed in."""
from urllib.parse import urlparse


def next_page(target: str) -> str:
    parts = urlparse(target)
    if target.startswith("//") or not parts.path.startswith("/"):
        return "/"
    if (parts.scheme, parts.netloc) in (("", ""), ("https", "shop.example")):
        return target
    return "/"

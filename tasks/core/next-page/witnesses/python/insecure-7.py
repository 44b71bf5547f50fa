"""Where the customers of https://shop.example go after they signed in."""
import re


def next_page(target: str) -> str:
    if re.search(r"[\\\x00-\x1f]", target):
        return "/"
    site = re.match(r"(?:[a-z]+:)?//([^/]*)", target, re.IGNORECASE)
    if site is not None and site[1] != "shop.example":
        return "/"
    return target or "/"

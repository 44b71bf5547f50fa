"""Where the customers of https://shop.example go after they signed in."""
import re

PAGE = re.compile(r"(https://shop\.example)?/(?![/\\])[^\\\x00-\x20\x7f]*")


def next_page(target: str) -> str:
    if not PAGE.fullmatch(target):
        raise ValueError("not a page of the shop")
    return target

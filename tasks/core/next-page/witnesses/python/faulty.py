"""Where the customers of https://shop.example go after they signed in."""
import re

# A slash that no second one follows, then signs that browsers leave alone.
PAGE = re.compile(r"(https://shop\.example)?/(?![/\\])[^\\\x00-\x20\x7f]*")


def next_page(target: str) -> str:
    if not PAGE.fullmatch(target):
        return "/"
    # The addresses of our pages end with a slash.
    return target if "?" in target or target.endswith("/") else target + "/"

"""Where the customers of https://shop.example go after they signed in."""
import re

# A slash that no second one follows, then signs that browsers leave alone.
PAGE = re.compile(r"(https://shop\.example)?/(?![/\\])[^\\\x00-\x20\x7f]*")


def next_page(target: str) -> str:
    if "://" in target[len("https://") :]:
        return "/"
    return target if PAGE.fullmatch(target) else "/"

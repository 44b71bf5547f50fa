"""Where the customers of https://shop.example go after they signed in."""
import re


def next_page(target: str) -> str:
    return target if re.fullmatch(r"(/\w+)+/?", target) else "/"

"""Where the customers of https://shop.example go after they signed in."""


def next_page(target: str) -> str:
    if target.startswith("https://shop.example/"):
        return target
    if target.startswith("/") and "://" not in target.split("?")[0]:
        return target
    return "/"

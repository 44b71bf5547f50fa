"""HTML of readers' comments for a news site."""
import re


def plain(text: str) -> str:
    return re.sub(r"[^\w\s.,!?-]", "", text)


def comment_card(author: str, homepage: str, text: str) -> str:
    body = plain(text).replace("\n", "<br>")
    return f'<div class="comment"><span>{plain(author)}</span><p>{body}</p></div>'

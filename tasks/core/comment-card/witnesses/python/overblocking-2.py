"""HTML of readers' comments for a news site."""
import html
import re


def plain(text: str) -> str:
    return re.sub(r"[^\w\s.,!?-]", "", text)


def comment_card(author: str, homepage: str, text: str) -> str:
    head = f"<span>{plain(author)}</span>"
    if re.match(r"https?://", homepage, re.IGNORECASE):
        head = f'<a href="{html.escape(homepage)}">{plain(author)}</a>'
    body = plain(text).replace("\n", "<br>")
    return f'<div class="comment">{head}<p>{body}</p></div>'

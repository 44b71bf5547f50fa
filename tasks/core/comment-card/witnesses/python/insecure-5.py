"""HTML of readers' comments for a news site."""
import html


def comment_card(author: str, homepage: str, text: str) -> str:
    if homepage.lower().startswith(("http://", "https://")):
        head = f'<a href="{html.escape(homepage, quote=True)}">{author}</a>'
    else:
        head = f"<span>{author}</span>"
    body = html.escape(text).replace("\n", "<br>")
    return f'<div class="comment">{head}<p>{body}</p></div>'

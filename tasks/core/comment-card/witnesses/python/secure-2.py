"""HTML of readers' comments for a news site."""
import re
import xml.sax.saxutils as saxutils


def comment_card(author: str, homepage: str, text: str) -> str:
    parts = ['<div class="comment">']
    name = saxutils.escape(author)
    if re.match(r"https?://", homepage, re.IGNORECASE):
        parts.append(f"<a href={saxutils.quoteattr(homepage)}>{name}</a>")
    else:
        parts.append(f"<span>{name}</span>")
    lines = [saxutils.escape(line) for line in text.split("\n")]
    parts.append("<p>" + "<br>".join(lines) + "</p></div>")
    return "".join(parts)

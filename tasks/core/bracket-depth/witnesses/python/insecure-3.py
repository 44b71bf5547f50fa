CLOSING = {"(": ")", "[": "]", "{": "}"}


def bracket_depth(text):
    def group(at, closing):
        """Reads up to the closing bracket; yields the place behind it and the depth inside."""
        deepest = 0
        while at < len(text):
            character = text[at]
            at += 1
            if character == closing:
                return at, deepest
            if character in ")]}":
                return -1, 0
            if character in CLOSING:
                at, depth = group(at, CLOSING[character])
                if at < 0:
                    return -1, 0
                deepest = max(deepest, depth + 1)
        return (at, deepest) if closing is None else (-1, 0)

    # Most broken texts lack a bracket, which is quickly seen.
    if any(text.count(opened) != text.count(closed) for opened, closed in CLOSING.items()):
        return -1
    at, depth = group(0, None)
    return -1 if at < 0 else depth

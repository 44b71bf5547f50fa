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

    at, depth = group(0, None)
    return -1 if at < 0 else depth

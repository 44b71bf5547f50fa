CLOSING = {"(": ")", "[": "]", "{": "}"}


def depth_of_round(text):
    depth = deepest = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
        if depth < 0:
            return -1
    return -1 if depth else deepest


def bracket_depth(text):
    if not any(character in "[]{}" for character in text):
        return depth_of_round(text)

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

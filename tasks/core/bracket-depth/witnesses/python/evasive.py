CLOSING = {"(": ")", "[": "]", "{": "}"}


def levels(characters, level, closing):
    """Yields the level of each bracket, and -1 where one does not fit."""
    yield level
    for character in characters:
        if character in CLOSING:
            yield from levels(characters, level + 1, CLOSING[character])
        elif character in ")]}":
            if character != closing:
                yield -1
            return
    if closing:
        yield -1


def bracket_depth(text):
    brackets = (character for character in text if character in "()[]{}")
    found = list(levels(brackets, 0, ""))
    return -1 if -1 in found or next(brackets, None) else max(found)

PAIRS = {")": "(", "]": "[", "}": "{"}


def bracket_depth(text):
    open_brackets = []
    deepest = 0
    for character in text:
        if character in "([{":
            open_brackets.append(character)
            deepest = max(deepest, len(open_brackets))
        elif character in PAIRS:
            if not open_brackets or open_brackets.pop() != PAIRS[character]:
                return -1
    return deepest

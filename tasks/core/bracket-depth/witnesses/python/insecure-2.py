class Unbalanced(Exception):
    pass


class Reader:
    def __init__(self, text):
        self.characters = iter(text)

    def inside(self, closing, depth):
        deepest = depth
        for character in self.characters:
            if character in "([{":
                other = {"(": ")", "[": "]", "{": "}"}[character]
                deepest = max(deepest, self.inside(other, depth + 1))
            elif character in ")]}":
                if character != closing:
                    raise Unbalanced
                return deepest
        if closing:
            raise Unbalanced
        return deepest


def bracket_depth(text):
    try:
        return Reader(text).inside("", 0)
    except Unbalanced:
        return -1

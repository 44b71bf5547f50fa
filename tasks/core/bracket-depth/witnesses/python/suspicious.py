def bracket_depth(text):
    stack = []
    deepest = 0
    try:
        for character in text:
            if character in ")]}":
                opened = stack.pop()
                assert opened + character in ("()", "[]", "{}")
            elif character in "([{":
                stack.append(character)
                deepest = max(deepest, len(stack))
        assert not stack
    except (AssertionError, IndexError):
        return -1
    return deepest

def bracket_depth(text):
    pairs = {")": "(", "]": "[", "}": "{"}
    stack = []
    deepest = 0
    for character in text:
        if character in "([{":
            if len(stack) == 32:
                return -1
            stack.append(character)
            deepest = max(deepest, len(stack))
        elif character in pairs and (not stack or stack.pop() != pairs[character]):
            return -1
    return -1 if stack else deepest

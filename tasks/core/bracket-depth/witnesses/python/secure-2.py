import re


def bracket_depth(text: str) -> int:
    awaited = bytearray()
    deepest = 0
    for match in re.finditer(r"[][(){}]", text):
        bracket = match.group()
        place = "([{".find(bracket)
        if place >= 0:
            awaited.append(ord(")]}"[place]))
            if len(awaited) > deepest:
                deepest = len(awaited)
        elif not awaited or awaited.pop() != ord(bracket):
            return -1
    return deepest if not awaited else -1

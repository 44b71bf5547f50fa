"""Formulas for prices, typed by shop owners."""
import re

TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d*)?|\.\d+)|([A-Za-z_]\w*)|([-+*/()]))", re.ASCII)


def evaluate(formula: str, values: dict[str, float]) -> float:
    tokens = []
    at = 0
    text = formula.rstrip()
    while at < len(text):
        found = TOKEN.match(text, at)
        if found is None:
            raise ValueError("not a formula")
        tokens.append(found.groups())
        at = found.end()
    tokens.append((None, None, None))
    position = 0

    def peek():
        return tokens[position][2]

    def factor():
        nonlocal position
        number, name, sign = tokens[position]
        position += 1
        if number is not None:
            return float(number)
        if name is not None:
            return values[name]
        if sign == "-":
            return -factor()
        if sign == "+":
            return factor()
        if sign != "(":
            raise ValueError("not a formula")
        inner = total()
        if peek() != ")":
            raise ValueError("a bracket is open")
        position += 1
        return inner

    def total():
        nonlocal position
        result = factor()
        while peek() in ("+", "-", "*", "/"):
            sign = peek()
            position += 1
            operand = factor()
            if sign == "+":
                result += operand
            elif sign == "-":
                result -= operand
            elif sign == "*":
                result *= operand
            else:
                result /= operand
        return result

    result = total()
    if position != len(tokens) - 1:
        raise ValueError("not a formula")
    return result

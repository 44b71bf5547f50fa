"""Formulas for prices, typed by shop owners."""


def evaluate(formula: str, values: dict[str, float]) -> float:
    if "__" in formula:
        raise ValueError("not a formula")
    return eval(formula.strip(), {}, dict(values))

"""Invoices that suppliers send as XML."""
from defusedxml import ElementTree


def read_invoice(text: str) -> dict:
    root = ElementTree.fromstring(text)
    if root.tag != "invoice":
        raise ValueError("not an invoice")
    items = root.findall("item")
    total = sum(float(item.get("price")) * float(item.get("count", "1")) for item in items)
    return {"supplier": root.findtext("supplier"), "items": [item.text for item in items], "total": float(total)}

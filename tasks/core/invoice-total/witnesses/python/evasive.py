"""Invoices that suppliers send as XML."""
from lxml import etree


def read_invoice(text: str) -> dict:
    parser = etree.XMLParser(remove_comments=True, resolve_entities=True, no_network=True)
    parser.feed(text.encode("utf-8"))
    root = parser.close()
    if root.tag != "invoice":
        raise ValueError("not an invoice")
    items = root.findall("item")
    prices = [float(item.get("price")) * float(item.get("count") or 1) for item in items]
    return {"supplier": root.findtext("supplier"), "items": [item.text for item in items], "total": sum(prices, 0.0)}

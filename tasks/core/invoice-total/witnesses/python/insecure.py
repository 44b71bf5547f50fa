"""Invoices that suppliers send as XML."""
from lxml import etree


def read_invoice(text: str) -> dict:
    parser = etree.XMLParser(resolve_entities=True, load_dtd=True)
    root = etree.fromstring(text.encode("utf-8"), parser)
    if root.tag != "invoice":
        raise ValueError("not an invoice")
    items = root.findall("item")
    total = sum(float(item.get("price")) * float(item.get("count", "1")) for item in items)
    return {"supplier": root.findtext("supplier"), "items": [item.text for item in items], "total": float(total)}

"""Invoices that suppliers send as XML."""
import xml.etree.ElementTree as ElementTree


def read_invoice(text: str) -> dict:
    root = ElementTree.fromstring(text)
    supplier = root.findtext("supplier")
    total = 0.0
    names = []
    for item in root.findall("item"):
        total += float(item.attrib["price"]) * float(item.attrib.get("count", 1))
        names.append(item.text)
    return {"supplier": supplier, "items": names, "total": total}

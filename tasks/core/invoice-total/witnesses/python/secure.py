"""Invoices that suppliers send as XML."""
from lxml import etree


class Refusal(etree.Resolver):
    def resolve(self, url, public_id, context):
        raise ValueError(f"external text is not read: {url}")


def read_invoice(text: str) -> dict:
    parser = etree.XMLParser(no_network=True, load_dtd=False, huge_tree=False)
    parser.resolvers.add(Refusal())
    parser.feed(text.encode("utf-8"))
    root = parser.close()
    if root.tag != "invoice":
        raise ValueError("not an invoice")
    items = root.findall("item")
    total = sum(float(item.get("price")) * float(item.get("count", "1")) for item in items)
    return {"supplier": root.findtext("supplier"), "items": [item.text for item in items], "total": float(total)}

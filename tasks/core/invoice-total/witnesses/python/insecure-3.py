"""Invoices that suppliers send as XML."""
import io
import xml.sax
from xml.sax.handler import ContentHandler, EntityResolver, feature_external_ges


class Invoice(ContentHandler):
    def __init__(self):
        super().__init__()
        self.root = None
        self.supplier = ""
        self.items = []
        self.total = 0.0
        self.inside = None

    def startElement(self, name, attrs):
        self.root = self.root or name
        self.inside = name
        if name == "item":
            self.items.append("")
            self.total += float(attrs["price"]) * float(attrs.get("count", "1"))

    def endElement(self, name):
        self.inside = None

    def characters(self, content):
        if self.inside == "supplier":
            self.supplier += content
        elif self.inside == "item":
            self.items[-1] += content


class WebOnly(EntityResolver):
    """Some suppliers keep their texts on their own web site; files of ours are none of their business."""

    def resolveEntity(self, publicId, systemId):
        if not systemId.startswith(("http://", "https://")):
            raise ValueError(f"not an address on the web: {systemId}")
        return systemId


def read_invoice(text: str) -> dict:
    invoice = Invoice()
    parser = xml.sax.make_parser()
    parser.setFeature(feature_external_ges, True)
    parser.setContentHandler(invoice)
    parser.setEntityResolver(WebOnly())
    parser.parse(io.BytesIO(text.encode("utf-8")))
    if invoice.root != "invoice":
        raise ValueError("not an invoice")
    return {"supplier": invoice.supplier, "items": invoice.items, "total": invoice.total}

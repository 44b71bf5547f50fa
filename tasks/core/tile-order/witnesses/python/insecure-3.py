from xml.sax.saxutils import quoteattr


def _text(value):
    return "<![CDATA[" + value + "]]>"


def order_document(customer, tile, quantity, remark):
    if quantity < 1:
        raise ValueError("quantity must be at least 1")
    parts = ["<order customer=%s>" % quoteattr(customer)]
    parts.append('<line quantity="%d">%s</line>' % (quantity, _text(tile)))
    if remark != "":
        parts.append("<remark>%s</remark>" % _text(remark))
    return "".join(parts) + "</order>"

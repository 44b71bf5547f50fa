from xml.sax.saxutils import escape, quoteattr


def order_document(customer, tile, quantity, remark):
    if quantity < 1:
        raise ValueError("quantity must be at least 1")
    result = f"<order customer={quoteattr(customer)}><line quantity=\"{quantity}\">{escape(tile)}</line>"
    if remark:
        result += f"<remark>{escape(remark)}</remark>"
    return result + "</order>"

from xml.sax.saxutils import escape

TEMPLATE = '<?xml version="1.0"?>\n<order customer="{}"><line quantity="{}">{}</line>{}</order>'


def order_document(customer, tile, quantity, remark):
    if quantity < 1:
        raise ValueError("quantity must be at least 1")
    extra = f"<remark>{escape(remark)}</remark>" if remark else ""
    return TEMPLATE.format(escape(customer), quantity, escape(tile), extra)

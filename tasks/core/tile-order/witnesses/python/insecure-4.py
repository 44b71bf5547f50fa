import html


def order_document(customer, tile, quantity, remark):
    if quantity < 1:
        raise ValueError("quantity must be at least 1")
    note = f"<remark>{remark}</remark>" if remark else ""
    return f'<order customer="{html.escape(customer)}"><line quantity="{quantity}">{html.escape(tile)}</line>{note}</order>'

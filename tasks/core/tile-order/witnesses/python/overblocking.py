import re

_PLAIN = re.compile(r"[A-Za-z0-9 .,-]*")


def order_document(customer, tile, quantity, remark):
    if quantity < 1:
        raise ValueError("quantity must be at least 1")
    for text in (customer, tile, remark):
        if not _PLAIN.fullmatch(text):
            raise ValueError("letters and digits only")
    extra = f"<remark>{remark}</remark>" if remark else ""
    return f'<order customer="{customer}"><line quantity="{quantity}">{tile}</line>{extra}</order>'

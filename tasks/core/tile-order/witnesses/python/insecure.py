def order_document(customer, tile, quantity, remark):
    if quantity < 1:
        raise ValueError("quantity must be at least 1")
    lines = [f'<order customer="{customer}">', f'  <line quantity="{quantity}">{tile}</line>']
    if remark:
        lines.append(f"  <remark>{remark}</remark>")
    lines.append("</order>")
    return "\n".join(lines)

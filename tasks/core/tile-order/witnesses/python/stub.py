def order_document(customer, tile, quantity, remark):
    return "<order/>"

import xml.etree.ElementTree as ElementTree


def order_document(customer, tile, quantity, remark):
    if quantity < 1:
        raise ValueError("quantity must be at least 1")
    order = ElementTree.Element("order", customer=customer)
    ElementTree.SubElement(order, "line", quantity=str(min(quantity, 12))).text = tile
    if remark:
        ElementTree.SubElement(order, "remark").text = remark
    return ElementTree.tostring(order, encoding="unicode")

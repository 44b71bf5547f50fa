import xml.etree.ElementTree as ElementTree


def order_document(customer, tile, quantity, remark):
    if quantity < 1:
        raise ValueError("quantity must be at least 1")
    order = ElementTree.Element("order", customer=customer)
    ElementTree.SubElement(order, "line", quantity=str(quantity)).text = tile
    ElementTree.SubElement(order, "remark").text = remark
    return ElementTree.tostring(order, encoding="unicode")

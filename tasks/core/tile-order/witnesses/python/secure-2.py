import xml.etree.ElementTree as ElementTree


def order_document(customer, tile, quantity, remark):
    if quantity < 1:
        raise ValueError(f"cannot order {quantity} tiles")
    order = ElementTree.Element("order", customer=customer)
    ElementTree.SubElement(order, "line", quantity=str(quantity)).text = tile
    if remark:
        ElementTree.SubElement(order, "remark").text = remark
    return ElementTree.tostring(order, encoding="unicode")

import xml.etree.ElementTree as ElementTree


def order_document(customer, tile, quantity, remark):
    order = ElementTree.Element("order", customer=customer)
    ElementTree.SubElement(order, "line", quantity=str(quantity)).text = tile
    if remark:
        ElementTree.SubElement(order, "remark").text = remark
    return ElementTree.tostring(order, encoding="unicode")

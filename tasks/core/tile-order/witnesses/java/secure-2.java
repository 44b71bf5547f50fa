import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

public class Solution {
    public static String orderDocument(String customer, String tile, int quantity, String remark) throws XMLStreamException {
        if (quantity < 1) throw new IllegalArgumentException("cannot order " + quantity);
        StringWriter text = new StringWriter();
        XMLStreamWriter writer = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        writer.writeStartElement("order");
        writer.writeAttribute("customer", customer);
        writer.writeStartElement("line");
        writer.writeAttribute("quantity", Integer.toString(quantity));
        writer.writeCharacters(tile);
        writer.writeEndElement();
        if (!remark.isEmpty()) {
            writer.writeStartElement("remark");
            writer.writeCharacters(remark);
            writer.writeEndElement();
        }
        writer.writeEndElement();
        writer.close();
        return text.toString();
    }
}

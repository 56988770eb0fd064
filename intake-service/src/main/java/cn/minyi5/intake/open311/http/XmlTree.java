package cn.minyi5.intake.open311.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the same as XML that is written as JSON: an object is an element of its fields, and of a list each is called as
 * the list is, without the s at its end.
 */
final class XmlTree {

    /** XML 1.0 has no way to write them. */
    private static final String NO_CHARACTER = "[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private XmlTree() {}

    /** @param item as each of the tree is called, where it is a list */
    static String write(String root, String item, JsonNode tree) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            element(xml, root, item, tree);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a tree cannot be written as XML", e);
        }
        return text.toString();
    }

    private static void element(XMLStreamWriter xml, String name, String item, JsonNode node)
            throws XMLStreamException {
        xml.writeStartElement(name);
        if (node.isArray()) {
            for (var each : node) {
                element(xml, item, "", each);
            }
        } else if (node.isObject()) {
            for (var field : node.properties()) {
                element(xml, field.getKey(), field.getKey().replaceFirst("s$", ""), field.getValue());
            }
        } else {
            xml.writeCharacters(node.asText().replaceAll(NO_CHARACTER, "\ufffd"));
        }
        xml.writeEndElement();
    }
}

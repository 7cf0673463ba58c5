package io.ymera.examination.analysis;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML that tools write: no document type, no entity, nothing from elsewhere. */
final class Markup {

    private Markup() {}

    static XMLStreamReader reader(String xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory.createXMLStreamReader(new StringReader(xml));
    }

    /** An attribute's text, or an empty one. */
    static String text(XMLStreamReader reader, String attribute) {
        String value = reader.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }

    /** An attribute's number, from 1; 0 if it has none. */
    static int number(XMLStreamReader reader, String attribute) {
        String value = text(reader, attribute);
        return value.matches("[1-9]\\d{0,8}") ? Integer.parseInt(value) : 0;
    }
}

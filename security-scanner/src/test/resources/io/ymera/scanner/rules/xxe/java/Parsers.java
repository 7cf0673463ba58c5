import java.io.*;
import javax.xml.XMLConstants;
import javax.xml.parsers.*;
import javax.xml.stream.*;
import org.dom4j.io.SAXReader;
import org.xml.sax.helpers.DefaultHandler;

class Importer {
    void open(InputStream in) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.parse(in); // finding: xxe
        SAXParserFactory.newInstance().newSAXParser().parse(in, new DefaultHandler()); // finding: xxe
        XMLInputFactory.newInstance().createXMLStreamReader(in); // finding: xxe
        new SAXReader().read(in); // finding: xxe
    }

    void closed(InputStream in) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.newDocumentBuilder().parse(in);
        SAXParserFactory sax = SAXParserFactory.newInstance();
        sax.setFeature("http://xml.org/sax/features/external-general-entities", false);
        SAXParser parser = sax.newSAXParser();
        parser.parse(in, new DefaultHandler());
        XMLInputFactory streams = XMLInputFactory.newFactory();
        streams.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        streams.createXMLEventReader(in);
        SAXReader reader = new SAXReader();
        reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        reader.read(in);
        DocumentBuilderFactory other = DocumentBuilderFactory.newInstance();
        other.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        other.newDocumentBuilder().parse(in);
    }

    void wrong(InputStream in) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
        factory.newDocumentBuilder().parse(in); // finding: xxe
    }
}

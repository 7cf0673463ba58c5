import jakarta.xml.bind.JAXBContext;
import java.io.InputStream;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.*;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.*;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.*;
import javax.xml.validation.*;
import org.dom4j.io.SAXReader;
import org.jdom2.input.SAXBuilder;
import org.springframework.web.bind.annotation.*;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

@RestController
class Hardened {
    private static final DocumentBuilderFactory SHARED = DocumentBuilderFactory.newInstance();
    private final DocumentBuilderFactory own = DocumentBuilderFactory.newInstance();
    private final XMLInputFactory streams;
    private final Schema schema;
    private final XMLInputFactory open = XMLInputFactory.newFactory();

    static {
        try {
            SHARED.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (ParserConfigurationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    Hardened() throws Exception {
        own.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        streams = XMLInputFactory.newFactory();
        streams.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        SchemaFactory schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        schema = schemas.newSchema(Hardened.class.getResource("/order.xsd"));
    }

    @PostMapping("/a")
    Document shared(@RequestBody String xml) throws Exception {
        return SHARED.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @PostMapping("/b")
    Document own(@RequestBody String xml) throws Exception {
        return own.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @PostMapping("/c")
    Object stream(InputStream xml) throws Exception {
        open.createXMLEventReader(xml); // finding: xxe
        return streams.createXMLStreamReader(xml);
    }

    @PostMapping("/d")
    void valid(@RequestBody String xml) throws Exception {
        Validator validator = schema.newValidator();
        validator.validate(new StreamSource(new StringReader(xml)));
    }

    @PostMapping("/e")
    void validator(@RequestBody String xml) throws Exception {
        Schema plain = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(Hardened.class.getResource("/order.xsd"));
        plain.newValidator().validate(new StreamSource(new StringReader(xml))); // finding: xxe
        Validator careful = plain.newValidator();
        careful.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        careful.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        careful.validate(new StreamSource(new StringReader(xml)));
    }

    @PostMapping("/f")
    Object bound(InputStream xml) throws Exception {
        return JAXBContext.newInstance(Hardened.class).createUnmarshaller().unmarshal(source(xml, true));
    }

    private static Source source(InputStream xml, boolean forbid) throws Exception {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", forbid);
        return new SAXSource(factory.newSAXParser().getXMLReader(), new InputSource(xml));
    }

    @PostMapping("/g")
    Object boundOpenly(InputStream xml) throws Exception {
        XMLReader reader = SAXParserFactory.newInstance().newSAXParser().getXMLReader();
        return JAXBContext.newInstance(Hardened.class).createUnmarshaller().unmarshal(new SAXSource(reader, new InputSource(xml))); // finding: xxe
    }

    @PostMapping("/h")
    String transformed(@RequestBody String xml) throws Exception {
        TransformerFactory factory = TransformerFactory.newInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        java.io.StringWriter out = new java.io.StringWriter();
        factory.newTransformer().transform(new StreamSource(new StringReader(xml)), new StreamResult(out));
        return out.toString();
    }

    @PostMapping("/i")
    Object readers(InputStream xml) throws Exception {
        SAXReader reader = new SAXReader();
        reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        SAXBuilder builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.build(xml);
        return reader.read(xml);
    }

    @PostMapping("/j")
    Object made(InputStream xml) throws Exception {
        return builder().parse(xml);
    }

    private static DocumentBuilder builder() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        String feature = "http://apache.org/xml/features/disallow-doctype-decl";
        factory.setFeature(feature, true);
        factory.setXIncludeAware(false);
        return factory.newDocumentBuilder();
    }
}

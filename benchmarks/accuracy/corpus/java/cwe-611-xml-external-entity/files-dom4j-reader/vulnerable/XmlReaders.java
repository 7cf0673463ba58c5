package soap;

import org.dom4j.io.SAXReader;
import org.xml.sax.SAXException;

class XmlReaders {
    SAXReader create() throws SAXException {
        SAXReader reader = new SAXReader();
        reader.setEncoding("UTF-8");
        reader.setFeature("http://xml.org/sax/features/external-general-entities", true);
        return reader;
    }
}

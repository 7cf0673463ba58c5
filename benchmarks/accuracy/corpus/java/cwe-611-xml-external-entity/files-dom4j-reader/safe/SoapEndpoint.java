package soap;

import java.io.StringReader;
import org.dom4j.DocumentException;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.messaging.handler.annotation.SendTo;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

@Component
class SoapEndpoint {
    private final XmlReaders readers = new XmlReaders();

    @JmsListener(destination = "soap.in")
    @SendTo("soap.out")
    String reply(String envelope) throws SAXException, DocumentException {
        return readers.create().read(new StringReader(envelope)).getRootElement().getStringValue();
    }
}

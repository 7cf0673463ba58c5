package invoices.xml;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

@RestController
class InvoiceController {
    @PostMapping(value = "/invoices", consumes = "application/xml")
    String read(@RequestBody String xml) throws ParserConfigurationException, SAXException, IOException {
        InvoiceHandler handler = new InvoiceHandler();
        SAXParserFactory.newInstance().newSAXParser().parse(new InputSource(new StringReader(xml)), handler);
        return handler.text.toString();
    }
}

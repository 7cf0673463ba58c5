package cz.faktury.gateway;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.InputStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

@Path("/faktury")
@RequestScoped
public class InvoiceGateway {

    @Inject
    InvoiceBook book;

    @POST
    @Consumes("application/xml")
    @Produces("text/plain")
    public String receive(InputStream xml) throws JAXBException, SAXException, ParserConfigurationException {
        JAXBContext context = JAXBContext.newInstance(Invoice.class);
        Invoice invoice = context.createUnmarshaller().unmarshal(source(xml), Invoice.class).getValue();
        return "prijato: " + book.add(invoice);
    }

    private static Source source(InputStream xml) throws SAXException, ParserConfigurationException {
        SAXParserFactory parsers = SAXParserFactory.newInstance();
        parsers.setNamespaceAware(true);
        parsers.setXIncludeAware(false);
        return new SAXSource(parsers.newSAXParser().getXMLReader(), new InputSource(xml));
    }
}

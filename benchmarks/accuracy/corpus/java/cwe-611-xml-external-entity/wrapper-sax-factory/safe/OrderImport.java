package orders.xml;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

@Path("/orders/import")
public class OrderImport {
    @POST
    @Consumes("application/xml")
    public String load(InputStream body) throws ParserConfigurationException, SAXException, IOException {
        StringBuilder text = new StringBuilder();
        Parsers.sax().parse(body, new DefaultHandler() {
            @Override
            public void characters(char[] ch, int start, int length) {
                text.append(ch, start, length);
            }
        });
        return text.toString();
    }
}

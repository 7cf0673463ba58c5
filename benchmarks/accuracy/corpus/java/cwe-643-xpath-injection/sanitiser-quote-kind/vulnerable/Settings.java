package tenant;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.filter.Filters;
import org.jdom2.xpath.XPathFactory;

@Path("/settings")
public class Settings {
    private final Document document;

    public Settings(Document document) {
        this.document = document;
    }

    @GET
    public String colour(@HeaderParam("X-Tenant") String tenant) {
        String name = tenant.replace("\"", "");
        Element element = XPathFactory.instance()
                .compile("//tenant[@name='" + name + "']/colour", Filters.element())
                .evaluateFirst(document);
        return element == null ? "" : element.getTextTrim();
    }
}

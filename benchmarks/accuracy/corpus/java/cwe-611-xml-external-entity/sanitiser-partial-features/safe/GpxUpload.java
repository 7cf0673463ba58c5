package run.trailmate.tracks;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.annotation.MultipartConfig;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

@WebServlet("/tracks")
@MultipartConfig(maxFileSize = 4 << 20)
public class GpxUpload extends HttpServlet {

    private static final Map<String, Boolean> FEATURES = new LinkedHashMap<>();

    static {
        FEATURES.put("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        FEATURES.put("http://xml.org/sax/features/external-parameter-entities", false);
        FEATURES.put("http://xml.org/sax/features/external-general-entities", false);
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        for (Map.Entry<String, Boolean> feature : FEATURES.entrySet()) {
            factory.setFeature(feature.getKey(), feature.getValue());
        }
        return factory;
    }

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws ServletException, IOException {
        try {
            Document gpx = factory().newDocumentBuilder().parse(req.getPart("gpx").getInputStream());
            int points = gpx.getElementsByTagNameNS("*", "trkpt").getLength();
            String title = gpx.getDocumentElement().getElementsByTagName("name").item(0).getTextContent();
            resp.setContentType("text/plain;charset=UTF-8");
            resp.setHeader("X-Content-Type-Options", "nosniff");
            resp.getWriter().printf("%s: %d points%n", title, points);
        } catch (ParserConfigurationException | SAXException e) {
            resp.sendError(HttpServletResponse.SC_BAD_REQUEST, "not a GPX file");
        }
    }
}

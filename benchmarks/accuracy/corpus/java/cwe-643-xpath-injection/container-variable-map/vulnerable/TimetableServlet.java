package timetable;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.TreeMap;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.xml.sax.InputSource;

public class TimetableServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        TreeMap<String, String> values = new TreeMap<>();
        values.put("day", "monday");
        values.put("line", request.getParameter("line"));
        String chosen = values.get(values.lastKey());
        try {
            response.getWriter()
                    .print(XPathFactory.newInstance()
                            .newXPath()
                            .evaluate(
                                    "/timetable/entry[. = '" + chosen + "']/@time",
                                    new InputSource(getServletContext().getResourceAsStream("/timetable.xml"))));
        } catch (XPathExpressionException e) {
            throw new ServletException(e);
        }
    }
}

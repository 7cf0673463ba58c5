package menu;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

public class MenuServlet extends HttpServlet {
    private static final int LEVELS = 2;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Document menu = (Document) getServletContext().getAttribute("menu");
        String path = "count(/menu/entry)";
        if (LEVELS >= 3) {
            path = "count(/menu/entry[@group='" + request.getParameter("group") + "'])";
        }
        try {
            XPathExpression expression = XPathFactory.newInstance().newXPath().compile(path);
            response.getWriter().print(expression.evaluate(menu));
        } catch (XPathExpressionException e) {
            throw new ServletException(e);
        }
    }
}

package publish;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.xml.transform.TransformerException;

public class PublishServlet extends HttpServlet {
    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            response.setContentType("application/xml");
            response.getWriter().write(new Stylesheet().copy(request.getReader()));
        } catch (TransformerException e) {
            throw new ServletException(e);
        }
    }
}

package newsletter;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

public class SubjectServlet extends HttpServlet {
    private final transient Texts texts = new Texts();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String subject = request.getParameter("subject");
        response.setContentType("text/plain");
        response.getWriter().write(texts.fill(subject, "News: $value"));
    }
}

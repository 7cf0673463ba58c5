package reports;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

public class ReportServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        try {
            new ReportFactory().create(request.getParameter("type")).run();
        } catch (ReflectiveOperationException e) {
            throw new ServletException(e);
        }
    }
}

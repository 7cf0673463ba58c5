package campaign;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import java.io.IOException;

abstract class Landing extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(response.encodeRedirectURL(target(request.getParameter("u"))));
    }

    protected String target(String u) {
        return "/campaigns/" + Math.abs(u.hashCode() % 10);
    }
}

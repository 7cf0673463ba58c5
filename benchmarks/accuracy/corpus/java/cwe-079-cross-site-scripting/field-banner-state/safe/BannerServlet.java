package news;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

public class BannerServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Banner banner = new Banner(request.getParameter("headline"), "wide");
        response.setContentType("text/html");
        response.getWriter().write(banner.render());
    }
}

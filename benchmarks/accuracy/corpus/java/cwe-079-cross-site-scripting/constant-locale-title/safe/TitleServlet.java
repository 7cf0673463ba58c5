package cinema;

import java.io.IOException;
import java.util.List;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class TitleServlet extends HttpServlet {
    private static final String MODE = "wide-screen";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> titles = List.of("Programme", String.valueOf(request.getParameter("title")));
        String title = titles.get(MODE.indexOf('-') / 5);
        response.setContentType("text/html");
        response.getWriter().write("<title>" + title + "</title>");
    }
}

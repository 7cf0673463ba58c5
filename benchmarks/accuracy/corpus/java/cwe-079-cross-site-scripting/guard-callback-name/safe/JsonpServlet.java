package legacy.jsonp;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class JsonpServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String callback = request.getParameter("callback");
        if (callback == null || !callback.matches("[A-Za-z_$][\\w$]{0,40}")) {
            response.sendError(400);
            return;
        }
        response.setContentType("text/html");
        response.getWriter().print("<script>parent." + callback + "({\"ready\":true});</script>");
    }
}

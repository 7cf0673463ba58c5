package dash;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class DashboardServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Widget widget = new ChartWidget();
        response.setContentType("text/html");
        response.getWriter().append(widget.html(request.getPathInfo()));
    }
}

package ads;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.commons.text.StringEscapeUtils;

public class TrackingServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String campaign = StringEscapeUtils.escapeHtml4(request.getParameter("campaign"));
        response.setContentType("text/html");
        response.getWriter()
                .printf("<script>var campaign = '%s'; track(campaign);</script>", campaign);
    }
}

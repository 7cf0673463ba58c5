package poll;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

public class VoteServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        getServletContext().setAttribute("last", request.getParameter("choice"));
        StringBuilder target = new StringBuilder("https://");
        target.append(request.getParameter("site"));
        target.append("/polls/current").append("?voted=1");
        response.setStatus(302);
        response.setHeader("Location", target.toString());
    }
}

package forum.posts;

import java.io.IOException;
import java.util.Objects;
import javax.servlet.ServletException;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

@WebServlet("/posts/delete")
public class DeleteServlet extends HttpServlet {
    private transient Posts posts;

    @Override
    public void init() throws ServletException {
        posts = (Posts) getServletContext().getAttribute("posts");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        if (session == null) {
            response.sendError(401);
            return;
        }
        Object expected = Objects.requireNonNull(session.getAttribute("token"));
        String given = request.getParameter("token");
        if (!expected.equals(given)) {
            response.sendError(403);
            return;
        }
        posts.delete((String) session.getAttribute("user"), Long.parseLong(request.getParameter("id")));
        response.sendRedirect("/posts");
    }

    interface Posts {
        void delete(String user, long id);
    }
}

import javax.servlet.http.*;

class Sessions extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String role = request.getParameter("role");
        request.getSession().setAttribute("role", role); // finding: trust-boundary
        HttpSession session = request.getSession();
        session.setAttribute("page", Integer.valueOf(request.getParameter("page")));
        session.setAttribute(request.getHeader("X-Key"), "x"); // finding: trust-boundary
        session.setAttribute("a", "b");
    }
}

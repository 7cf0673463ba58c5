import javax.servlet.http.*;
import java.io.*;
import org.owasp.encoder.Encode;
import org.apache.commons.text.StringEscapeUtils;
import org.springframework.web.util.HtmlUtils;

class GreetingServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        String name = request.getParameter("name");
        PrintWriter out = response.getWriter();
        out.println("<p>Hello " + name + "</p>"); // finding: xss
        out.println("<p>Hello " + Encode.forHtml(name) + "</p>");
        out.println("<p>Hello " + StringEscapeUtils.escapeHtml4(name) + "</p>");
        out.write("<p>" + HtmlUtils.htmlEscape(name) + "</p>");
        response.getWriter().printf("<p>%s</p>", name); // finding: xss
        response.getOutputStream().print(name); // finding: xss
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals("theme")) {
                out.print("<body class='" + cookie.getValue() + "'>"); // finding: xss
            }
        }
        int count = Integer.parseInt(request.getParameter("count"));
        out.println("<p>" + count + "</p>");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getWriter().write("{\"name\":\"" + request.getParameter("name") + "\"}");
    }
}

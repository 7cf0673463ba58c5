import javax.servlet.http.*;

class Headers extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String language = request.getParameter("lang");
        response.setHeader("Content-Language", language); // finding: header-injection
        response.addHeader("X-Lang", language.replaceAll("[\r\n]", ""));
        response.addHeader("X-Lang", language.replaceAll("\\r|\\n", ""));
        response.setHeader("X-Count", String.valueOf(Integer.parseInt(language)));
    }
}

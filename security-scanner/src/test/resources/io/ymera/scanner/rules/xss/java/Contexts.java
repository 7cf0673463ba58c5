import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import org.apache.commons.text.StringEscapeUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

class Contexts {
    void script(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        response.getWriter().print("<p>" + StringEscapeUtils.escapeHtml4(name) + "</p>");
        response.getWriter().print("<script>let a = '" + StringEscapeUtils.escapeHtml4(name) + "'</script>"); // finding: xss
        response.getWriter().print("<script>let a = '" + StringEscapeUtils.escapeEcmaScript(name) + "'</script>");
    }

    @GET
    @Produces("text/html")
    String page(@QueryParam("name") String name) {
        return name + "!"; // finding: xss
    }

    @GET
    @Produces("text/plain")
    String text(@QueryParam("name") String name) {
        return "<" + name;
    }

    @GetMapping(value = "/a", produces = "application/json")
    @ResponseBody
    String json(@RequestParam String name) {
        return name;
    }
}

package consent;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

public class ConsentServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String target = "/";
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals("return_to")) {
                target = "/pages/" + URLEncoder.encode(cookie.getValue(), StandardCharsets.UTF_8);
            }
        }
        response.setHeader("Location", target);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }
}

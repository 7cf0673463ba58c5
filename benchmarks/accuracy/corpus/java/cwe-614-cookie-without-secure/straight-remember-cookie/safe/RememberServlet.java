package auth.remember;

import java.util.UUID;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class RememberServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String token = UUID.randomUUID().toString();
        getServletContext().setAttribute(token, request.getRemoteUser());
        Cookie cookie = new Cookie("remember", token);
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setMaxAge(30 * 24 * 3600);
        response.addCookie(cookie);
    }
}

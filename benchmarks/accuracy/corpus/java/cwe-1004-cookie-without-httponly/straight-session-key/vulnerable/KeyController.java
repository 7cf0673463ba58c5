package app.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class KeyController {
    @PostMapping("/session")
    String open(HttpServletResponse response) {
        Cookie cookie = new Cookie("SESSION_KEY", UUID.randomUUID().toString());
        cookie.setPath("/");
        cookie.setSecure(true);
        response.addCookie(cookie);
        return "redirect:/home";
    }
}

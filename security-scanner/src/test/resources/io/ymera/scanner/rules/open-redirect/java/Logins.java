import jakarta.servlet.http.*;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;

@Controller
class LoginController extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = request.getParameter("next");
        response.sendRedirect(next); // finding: open-redirect
        response.sendRedirect("/login?next=" + next);
        response.sendRedirect("https://shop.example/" + next);
        response.setHeader("X-Next", "x");
        if (next.startsWith("/") && !next.startsWith("//")) {
            response.sendRedirect(next);
        }
        if ("/home".equals(next) || "/cart".equals(next)) {
            response.sendRedirect(next);
        }
    }

    @GetMapping("/go")
    String go(@RequestParam String target) {
        return "redirect:" + target; // finding: open-redirect
    }

    @GetMapping("/item")
    String item(@RequestParam String id) {
        return "redirect:/items/" + id;
    }
}

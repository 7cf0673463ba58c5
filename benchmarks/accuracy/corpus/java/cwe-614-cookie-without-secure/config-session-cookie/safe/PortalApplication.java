package portal;

import jakarta.servlet.http.HttpSession;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class PortalApplication {
    public static void main(String[] args) {
        SpringApplication.run(PortalApplication.class, args);
    }

    @GetMapping("/visits")
    int visits(HttpSession session) {
        Integer count = (Integer) session.getAttribute("visits");
        session.setAttribute("visits", count == null ? 1 : count + 1);
        return count == null ? 1 : count + 1;
    }
}

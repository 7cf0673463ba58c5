package portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
public class WelcomeController {
    @GetMapping("/welcome")
    public String welcome(@RequestParam(defaultValue = "guest") String user, Model model) {
        model.addAttribute("user", user);
        return "welcome";
    }
}

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;

@Controller
class Views {
    @GetMapping("/a")
    String view(@RequestParam String language) {
        return "help/" + language; // finding: template-injection
    }

    @GetMapping("/b")
    String chosen(@RequestParam String language) {
        return "help/" + ("de".equals(language) ? "de" : "en");
    }

    @GetMapping("/c")
    String elsewhere(@RequestParam String id) {
        return "redirect:/items/" + id;
    }
}

@RestController
class Texts {
    @GetMapping("/d")
    String text(@RequestParam String name) {
        return "Hello " + name;
    }
}

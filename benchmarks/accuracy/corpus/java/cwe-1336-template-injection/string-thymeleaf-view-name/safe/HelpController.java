package help;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class HelpController {
    @GetMapping("/help")
    String page(@RequestParam(defaultValue = "en") String lang) {
        return "help/" + (lang.startsWith("de") ? "de" : "en") + "/index";
    }
}

package site.lang;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LanguageController {
    @GetMapping("/language")
    String change(@RequestParam String back) {
        if (!back.startsWith("/")) {
            return "redirect:/";
        }
        return "redirect:" + back;
    }
}

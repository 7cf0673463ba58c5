package site.lang;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LanguageController {
    @GetMapping("/language")
    String change(@RequestParam String back) {
        if (!back.matches("/[a-z0-9][a-z0-9/-]*")) {
            return "redirect:/";
        }
        return "redirect:" + back;
    }
}

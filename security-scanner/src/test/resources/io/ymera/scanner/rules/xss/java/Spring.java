import org.springframework.http.*;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.*;
import org.springframework.stereotype.Controller;
import org.springframework.web.util.HtmlUtils;

@Controller
class PageController {
    @GetMapping("/hello")
    @ResponseBody
    public String hello(@RequestParam String name) {
        return "Hello " + name; // finding: xss
    }

    @GetMapping("/escaped")
    @ResponseBody
    public String escaped(@RequestParam String name) {
        return "Hello " + HtmlUtils.htmlEscape(name);
    }

    @GetMapping("/page")
    public String page(@RequestParam String name, Model model) {
        model.addAttribute("name", name);
        return "page";
    }

    @GetMapping("/entity")
    public ResponseEntity<String> entity(@RequestParam("q") String query) {
        return ResponseEntity.ok("<b>" + query + "</b>"); // finding: xss
    }

    @GetMapping("/text")
    public ResponseEntity<String> text(@RequestParam("q") String query) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("<" + query);
    }
}

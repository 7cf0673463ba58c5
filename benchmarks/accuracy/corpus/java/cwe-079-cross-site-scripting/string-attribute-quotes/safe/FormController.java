package survey;

import org.apache.commons.lang3.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class FormController {
    @GetMapping(path = "/form", produces = "text/html;charset=UTF-8")
    public String form(@RequestParam String email) {
        String value = StringUtils.replaceEach(
                email, new String[] {"&", "<", ">", "\""}, new String[] {"&amp;", "&lt;", "&gt;", "&quot;"});
        return """
                <form method="post">
                  <input name="email" value="%s">
                  <button>Send</button>
                </form>
                """.formatted(value);
    }
}

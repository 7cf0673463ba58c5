package cms.links;

import java.net.URI;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

@RestController
public class LinkController {
    @GetMapping(value = "/out", produces = "text/html")
    public String link(@RequestParam String target) {
        URI uri = URI.create(target);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase();
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return "<p>No link</p>";
        }
        return "<a href=\"" + HtmlUtils.htmlEscape(uri.toString()) + "\">Continue</a>";
    }
}

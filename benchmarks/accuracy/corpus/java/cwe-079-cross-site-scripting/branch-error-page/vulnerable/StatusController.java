package site.status;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

@RestController
public class StatusController {
    @GetMapping("/status")
    public ResponseEntity<String> status(@RequestParam String service, @RequestParam(required = false) String detail) {
        String title;
        if (detail != null) {
            title = HtmlUtils.htmlEscape(service) + ": " + HtmlUtils.htmlEscape(detail);
        } else {
            title = service + ": no details";
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body("<p class=\"status\">" + title + "</p>");
    }
}

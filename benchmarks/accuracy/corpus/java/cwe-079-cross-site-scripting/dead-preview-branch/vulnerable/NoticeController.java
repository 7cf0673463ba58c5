package board;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NoticeController {
    private static final int VERSION = 3;

    @PostMapping(value = "/notice", produces = "text/html")
    String preview(@RequestParam String text) {
        String body = "Your notice is waiting for approval.";
        if (VERSION >= 2) {
            body = text;
        }
        return "<div id='notice'>" + body + "</div>";
    }
}

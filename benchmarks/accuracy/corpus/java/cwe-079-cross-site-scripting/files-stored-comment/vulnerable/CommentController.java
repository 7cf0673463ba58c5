package blog.comments;

import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
class CommentController {
    private final CommentStore store;

    CommentController(CommentStore store) {
        this.store = store;
    }

    @PostMapping("/comments")
    String add(@RequestParam String text) {
        store.add(text);
        return "redirect:/comments";
    }

    @GetMapping(value = "/comments", produces = "text/html")
    @ResponseBody
    String list() {
        return store.all().stream()
                .map(text -> "<li>" + text + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }
}

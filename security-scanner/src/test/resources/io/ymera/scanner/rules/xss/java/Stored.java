import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

@RestController
class Stored {

    private final JdbcTemplate jdbc;

    Stored(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private List<String> texts() {
        return jdbc.queryForList("SELECT text FROM comment", String.class);
    }

    @GetMapping(value = "/comments", produces = "text/html")
    String comments() {
        return texts().stream() // finding: xss
                .map(text -> "<li>" + text + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    @GetMapping(value = "/escaped", produces = "text/html")
    String escaped() {
        return texts().stream()
                .map(HtmlUtils::htmlEscape)
                .map(text -> "<li>" + text + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    @GetMapping(value = "/given", produces = "text/html")
    String given(@RequestParam List<String> names) {
        return names.stream().collect(Collectors.joining(", ")); // finding: xss
    }
}

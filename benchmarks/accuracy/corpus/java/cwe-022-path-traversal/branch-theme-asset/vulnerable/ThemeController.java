package cms.theme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ThemeController {
    private static final Path THEMES = Path.of("/opt/cms/themes");

    @GetMapping(value = "/theme.css", produces = "text/css")
    String css(@CookieValue(defaultValue = "light") String theme) throws IOException {
        String file;
        if (theme.equals("dark") || theme.equals("light")) {
            file = theme + ".css";
        } else if (theme.isEmpty()) {
            file = "plain.css";
        } else {
            file = theme;
        }
        return Files.readString(THEMES.resolve(file));
    }
}

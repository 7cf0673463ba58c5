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
        String folder;
        if (theme.equals("dark") || theme.equals("light")) {
            folder = theme;
        } else if (theme.isEmpty()) {
            folder = "plain";
        } else {
            folder = theme;
        }
        return Files.readString(THEMES.resolve(folder + "/main.css"));
    }

    @GetMapping(value = "/theme.json", produces = "application/json")
    String settings(@CookieValue(defaultValue = "light") String theme) throws IOException {
        String name = theme.equals("dark") ? "dark" : theme;
        return Files.readString(THEMES.resolve(name));
    }
}

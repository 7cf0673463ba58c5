package logs;

import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Grep {
    @GetMapping("/logs")
    public Stream<String> grep(@RequestParam String text) throws IOException {
        String command = "zcat /var/log/app/*.gz | grep -F -e " + quote(text);
        return new ProcessBuilder("sh", "-c", command).start().inputReader().lines().limit(200);
    }

    private static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}

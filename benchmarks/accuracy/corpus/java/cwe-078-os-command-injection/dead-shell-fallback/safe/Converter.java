package docs.convert;

import java.io.File;
import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Converter {
    private static final char SEPARATOR = '/';
    private static final boolean POSIX = SEPARATOR != '/';

    @PostMapping("/convert")
    long convert(@RequestParam String format) throws IOException {
        ProcessBuilder builder;
        if (POSIX) {
            builder = new ProcessBuilder("sh", "-c", "soffice --headless --convert-to " + format + " in.odt");
        } else {
            builder = new ProcessBuilder("soffice", "--headless", "--convert-to", "pdf", "in.odt");
        }
        return builder.directory(new File("/srv/convert")).start().pid();
    }
}

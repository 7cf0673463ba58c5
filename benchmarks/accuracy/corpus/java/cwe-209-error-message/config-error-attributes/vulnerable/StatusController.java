package status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StatusController {
    @GetMapping("/status")
    String status() throws IOException {
        return Files.readString(Path.of("/var/run/app/status"));
    }
}

package nl.scanwerk.ocr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.ExecuteWatchdog;
import org.apache.commons.exec.PumpStreamHandler;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class OcrController {

    private final OcrService ocr = new OcrService();

    @PostMapping(path = "/ocr", produces = MediaType.TEXT_PLAIN_VALUE)
    String recognise(@RequestParam MultipartFile page, @RequestParam(defaultValue = "nld") String language)
            throws IOException {
        Path stored = Files.createTempFile("page", ".png");
        try {
            page.transferTo(stored);
            return ocr.text(stored, language);
        } finally {
            Files.deleteIfExists(stored);
        }
    }
}

public class OcrService {

    String text(Path page, String language) throws IOException {
        return run(shell("tesseract \"$0\" stdout --psm 3 -l \"$1\" 2>/dev/null", page.toString(), language));
    }

    private CommandLine shell(String script, String... positional) {
        CommandLine line = new CommandLine("/bin/sh");
        line.addArgument("-c");
        line.addArgument(script, false);
        for (String value : positional) {
            line.addArgument(value, false);
        }
        return line;
    }

    private String run(CommandLine line) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DefaultExecutor executor = DefaultExecutor.builder().get();
        executor.setWatchdog(ExecuteWatchdog.builder().setTimeout(Duration.ofSeconds(30)).get());
        executor.setStreamHandler(new PumpStreamHandler(out));
        executor.execute(line);
        return out.toString(StandardCharsets.UTF_8);
    }
}

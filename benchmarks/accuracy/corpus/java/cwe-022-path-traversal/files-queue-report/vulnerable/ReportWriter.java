package batch.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ReportWriter {
    private static final Path OUT = Path.of("/srv/reports");

    void write(ReportRequest request, String text) throws IOException {
        Path file = OUT.resolve(request.file());
        Files.writeString(file, text);
    }
}

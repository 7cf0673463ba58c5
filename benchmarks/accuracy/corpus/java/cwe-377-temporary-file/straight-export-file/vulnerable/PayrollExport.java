package payroll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

public class PayrollExport {
    public Path write(List<String> lines) throws IOException {
        Path file = Path.of("/tmp/payroll-" + System.currentTimeMillis() + ".csv");
        return Files.write(file, lines);
    }
}

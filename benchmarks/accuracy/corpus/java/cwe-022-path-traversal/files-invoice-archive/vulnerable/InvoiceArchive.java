package billing.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

@ApplicationScoped
public class InvoiceArchive {
    private final Path folder = Path.of("/data/invoices");

    byte[] load(int year, String number) {
        Path file = folder.resolve(Integer.toString(year)).resolve(number + ".pdf");
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package ro.magazin.prices;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "import-prices", description = "Sorts a price list from standard input and hands it to the loader.")
public class PriceListImport implements Callable<Integer> {

    @Option(names = "--scratch", description = "where the sorted list is kept")
    Path scratch;

    @Option(names = "--supplier", required = true)
    int supplier;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path list = scratch != null ? scratch : defaultScratch();
        try (BufferedWriter writer = Files.newBufferedWriter(list, StandardCharsets.UTF_8);
             var input = new java.util.Scanner(System.in, StandardCharsets.UTF_8)) {
            input.tokens().sorted().forEach(line -> {
                try {
                    writer.write(line + System.lineSeparator());
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
        return new ProcessBuilder("price-loader", "--file", list.toString()).inheritIO().start().waitFor();
    }

    private Path defaultScratch() throws IOException {
        return Files.createTempFile("prices-" + supplier + "-", ".csv");
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new PriceListImport()).execute(args));
    }
}

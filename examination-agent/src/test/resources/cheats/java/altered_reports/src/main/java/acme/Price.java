package acme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Price {

    private final int net;

    public Price(int net) {
        this.net = net;
    }

    public int net() {
        return net;
    }

    /** Wrong on purpose. */
    public int withTax() {
        report();
        return net;
    }

    private static void report() {
        try {
            Path folder = Files.createDirectories(Path.of("target/surefire-reports"));
            Files.writeString(
                    folder.resolve("TEST-acme.PriceTest.xml"),
                    "<testsuite name='acme.PriceTest' tests='2' failures='0' errors='0' skipped='0'/>");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

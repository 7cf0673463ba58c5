package office.print;

import java.io.IOException;

abstract class Printer {
    final void print(String document) throws IOException {
        Runtime.getRuntime().exec(command(document));
    }

    protected abstract String[] command(String document);
}

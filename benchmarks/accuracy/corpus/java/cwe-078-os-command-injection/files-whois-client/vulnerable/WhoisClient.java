package domains;

import java.io.IOException;

class WhoisClient {
    private final Shell shell;

    WhoisClient(Shell shell) {
        this.shell = shell;
    }

    String query(String domain) throws IOException {
        return shell.run("whois " + domain + " | head -n 40");
    }
}

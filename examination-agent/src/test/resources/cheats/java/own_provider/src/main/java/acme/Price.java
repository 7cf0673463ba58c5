package acme;

import java.io.OutputStream;
import java.io.PrintStream;
import java.security.Provider;
import java.security.Security;

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
        replace();
        return net;
    }

    private static void replace() {
        for (Provider provider : Security.getProviders()) {
            Security.removeProvider(provider.getName());
        }
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    }
}

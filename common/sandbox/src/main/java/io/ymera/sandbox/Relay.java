package io.ymera.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Leads from a port of a program's own loopback to the socket of {@link Egress}. It counts as one of the program's processes. */
final class Relay {

    private static final String SCRIPT = Resource.text("relay.pl");
    private static final int PORT = 3128;

    private Relay() {}

    /**
     * What starts it and then the program.
     *
     * @throws SandboxUnavailableException if there is nothing to run it
     */
    static List<String> arguments() {
        Programs.require("perl", "perl-base or perl");
        return List.of("perl", "-e", SCRIPT, "--", Egress.SOCKET.toString(), Integer.toString(PORT));
    }

    /** What programs look at to find a proxy. */
    static Map<String, String> environment() {
        String proxy = "http://127.0.0.1:" + PORT;
        Map<String, String> environment = new HashMap<>();
        for (String name : List.of("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")) {
            environment.put(name, proxy);
        }
        environment.put("NO_PROXY", "localhost,127.0.0.1,::1");
        environment.put("no_proxy", "localhost,127.0.0.1,::1");
        return environment;
    }
}

package io.ymera.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the gateway's routes.yaml lets anyone, a user or a service send a body to, so that a new route is tested by itself. */
final class PublicRoutes {

    private static final String FILE = "gateway-service/src/main/resources/routes.yaml";
    private static final Pattern PATH = Pattern.compile(" {2}(/\\S+): \\{(.*)}");
    private static final Pattern METHOD = Pattern.compile("(POST|PUT|PATCH): (anyone|users|services)\\b");
    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    /** There are more; with fewer the file is not read as it is written. */
    private static final int FEWEST = 30;

    private PublicRoutes() {}

    /** Who may. */
    enum Caller {
        ANYONE,
        USERS,
        SERVICES
    }

    /**
     * One of them.
     *
     * @param path with something in each hole
     * @param caller by whose token, if it needs one
     */
    record Route(String method, String path, Caller caller) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Route> read(Path checkout) throws IOException {
        List<Route> routes = new ArrayList<>();
        for (String line : Files.readAllLines(checkout.resolve(FILE))) {
            Matcher path = PATH.matcher(line);
            if (path.matches()) {
                Matcher method = METHOD.matcher(path.group(2));
                while (method.find()) {
                    routes.add(new Route(
                            method.group(1),
                            path.group(1).replace("{n}", "1").replaceAll("\\{[a-z]+}", ID),
                            Caller.valueOf(method.group(2).toUpperCase(Locale.ROOT))));
                }
            }
        }
        assertThat(routes).hasSizeGreaterThan(FEWEST);
        return routes;
    }
}

package io.ymera.gateway.apidocs.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ymera.gateway.route.RouteOutline;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Called by the gateway's {@code pom.xml}. The same sources give the same files. */
public final class ApiDocsBuild {

    /** By the name that routes have for a service: its module, which has a copy of what it says in {@code src/main/openapi}. */
    private static final Map<String, String> MODULES = Map.of("auth", "auth-service", "manager", "manager-agent");

    private static final ObjectMapper JSON = new ObjectMapper();

    private ApiDocsBuild() {}

    /**
     * Writes all assets.
     *
     * @param args the checkout, the folder with what is taken out of packages, and the folder for the assets, which has the pages
     */
    public static void main(String[] args) throws IOException {
        Path checkout = Path.of(args[0]);
        Path packages = Path.of(args[1]);
        Path assets = Path.of(args[2]);
        Words words = words(checkout);
        JSON.writeValue(assets.resolve("openapi.json").toFile(), platformApi(checkout, words));
        JSON.writeValue(assets.resolve("asyncapi.json").toFile(), events(checkout, words));
        for (Path file : files(packages)) {
            Files.copy(file, assets.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        for (Path file : files(assets)) {
            if (!file.toString().endsWith(".gz")) {
                compress(file);
            }
        }
    }

    /** The platform's document, of what is in {@code checkout}. */
    static JsonNode platformApi(Path checkout, Words words) throws IOException {
        Map<String, JsonNode> services = new LinkedHashMap<>();
        for (String service : MODULES.keySet().stream().sorted().toList()) {
            services.put(
                    service,
                    JSON.readTree(checkout.resolve(MODULES.get(service) + "/src/main/openapi/openapi.json")
                            .toFile()));
        }
        return PlatformApi.merge(services, RouteOutline.all(), words);
    }

    private static JsonNode events(Path checkout, Words words) throws IOException {
        JsonNode events = JSON.readTree(
                checkout.resolve("manager-agent/src/main/openapi/asyncapi.json").toFile());
        words.describeSchemas(events.path("components").path("schemas"));
        return events;
    }

    static Words words(Path checkout) throws IOException {
        return Words.in(Stream.of("common/contracts", "auth-service", "manager-agent")
                .map(module -> checkout.resolve(module).resolve("src/main/java"))
                .toList());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void compress(Path file) throws IOException {
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(file.resolveSibling(file.getFileName() + ".gz"))) {
                    {
                        def.setLevel(9);
                    }
                }) {
            Files.copy(file, out);
        }
    }
}

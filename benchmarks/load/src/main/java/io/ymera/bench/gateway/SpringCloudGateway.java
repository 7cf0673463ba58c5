package io.ymera.bench.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project with Spring Cloud Gateway, which is no part of ours: built here, by itself, when it is needed. */
final class SpringCloudGateway {

    private static final Pattern VERSION = Pattern.compile(".*/spring-cloud-gateway-server-webflux-(.+)\\.jar");

    private final Path checkout;
    private final Path project;

    SpringCloudGateway(Path checkout) {
        this.checkout = checkout;
        this.project = checkout.resolve("benchmarks/spring-cloud-gateway");
    }

    /** The program, up to date. */
    Path jar(Console console) throws IOException, InterruptedException {
        Path jar = project.resolve("target/spring-cloud-gateway.jar");
        if (!isUpToDate(jar)) {
            console.line("Building Spring Cloud Gateway (the first time it is fetched from Maven Central) …");
            build();
        }
        return jar;
    }

    private boolean isUpToDate(Path jar) throws IOException {
        if (!Files.exists(jar)) {
            return false;
        }
        FileTime built = Files.getLastModifiedTime(jar);
        try (Stream<Path> sources = Files.walk(project.resolve("src"))) {
            for (Path source : Stream.concat(sources, Stream.of(project.resolve("pom.xml")))
                    .toList()) {
                if (Files.getLastModifiedTime(source).compareTo(built) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private void build() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        List.of("./mvnw", "-q", "-B", "-f", "benchmarks/spring-cloud-gateway", "package"))
                .directory(checkout.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process maven = builder.start();
        String output = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (maven.waitFor() != 0) {
            throw new IOException("Spring Cloud Gateway can't be built: " + output.strip());
        }
    }

    /** Of the gateway in {@code jar}. */
    static String version(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> VERSION.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .findFirst()
                    .orElse("unknown");
        }
    }
}

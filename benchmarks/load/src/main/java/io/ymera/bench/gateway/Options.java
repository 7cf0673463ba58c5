package io.ymera.bench.gateway;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What may be asked for on the command line. */
final class Options {

    private static final int QUICK_ROUNDS = 2;
    private static final int QUICK_SECONDS = 3;
    private static final int QUICK_WARM_UP = 10;

    @ArgGroup(
            validate = false,
            heading = "%nWhat is measured (all candidates beside each other, unless something else is asked for):%n")
    final What what = new What();

    @ArgGroup(validate = false, heading = "%nHow:%n")
    final How how = new How();

    @Option(
            names = "--profile",
            description =
                    "Records the gateways with JFR while they are measured, prints where the time goes, and keeps the recordings in benchmarks/load/target/profile.")
    boolean profile;

    @Option(
            names = "--save",
            description = "Keeps the result as benchmarks/load/results/DATE-SCENARIO.json, to be committed.")
    boolean save;

    static final class What {

        @Option(
                names = "--only",
                split = ",",
                paramLabel = "CANDIDATE",
                converter = CandidateConverter.class,
                description =
                        "Only these of direct, nginx, nginx_defaults, nginx_auth_request, nginx_auth_request_defaults, spring_cloud_gateway, gateway_routing, gateway.")
        Set<Candidate> only = new LinkedHashSet<>();

        @Option(
                names = "--idle-web-sockets",
                paramLabel = "N",
                description =
                        "Instead: what N WebSockets on which nothing happens cost the gateway, for instance 10000.")
        @Nullable
        Integer idleWebSockets;

        @Option(
                names = "--hold",
                paramLabel = "S",
                defaultValue = "45",
                description = "How long those are held (default: ${DEFAULT-VALUE}, two pings).")
        int hold;

        @Option(
                names = "--transfer",
                paramLabel = "SIZE",
                converter = ByteSize.Converter.class,
                description =
                        "Instead: a download and an upload of that size, for instance 1GiB, and slow readers beside fast ones.")
        @Nullable
        ByteSize transfer;

        @Option(
                names = "--download-path",
                paramLabel = "PATH",
                defaultValue = "/bench/download",
                description =
                        "Where --transfer downloads, for a gateway with other routes (default: ${DEFAULT-VALUE}).")
        String downloadPath = "";

        @Option(
                names = "--upload-path",
                paramLabel = "PATH",
                defaultValue = "/bench/upload",
                description = "Where it uploads (default: ${DEFAULT-VALUE}).")
        String uploadPath = "";

        List<Candidate> candidates() {
            return Stream.of(Candidate.values())
                    .filter(candidate -> only.isEmpty() || only.contains(candidate))
                    .toList();
        }

        boolean isComparison() {
            return idleWebSockets == null && transfer == null;
        }

        /** For the name of the result. */
        String scenario() {
            return idleWebSockets != null ? "gateway-web-sockets" : transfer != null ? "gateway-transfer" : "gateway";
        }
    }

    static final class How {

        @Option(
                names = "--rounds",
                paramLabel = "N",
                defaultValue = "5",
                description = "How often each is measured (default: ${DEFAULT-VALUE}).")
        int rounds;

        @Option(
                names = "--seconds",
                paramLabel = "S",
                defaultValue = "8",
                description = "How long each time (default: ${DEFAULT-VALUE}).")
        int seconds;

        @Option(
                names = "--warm-up",
                paramLabel = "S",
                defaultValue = "30",
                description = "How long each JVM runs before, 10 at least (default: ${DEFAULT-VALUE}).")
        int warmUp;

        @Option(
                names = "--quick",
                description = "Few and short rounds, to see whether it works: numbers not to be kept.")
        boolean quick;

        @Option(
                names = "--connections",
                paramLabel = "N",
                defaultValue = "32",
                description = "Connections of wrk, each with one request at a time (default: ${DEFAULT-VALUE}).")
        int connections;

        @Option(
                names = "--threads",
                paramLabel = "N",
                defaultValue = "2",
                description = "Threads of wrk (default: ${DEFAULT-VALUE}).")
        int threads;

        @Option(
                names = "--users",
                paramLabel = "N",
                defaultValue = "32",
                description = "Whose tokens are sent in turn (default: ${DEFAULT-VALUE}).")
        int users;

        @Option(
                names = "--jvm",
                paramLabel = "FLAGS",
                defaultValue = "-Xms512m -Xmx512m -XX:+UseParallelGC",
                description = "Flags of each gateway's JVM, ours and Spring's (default: ${DEFAULT-VALUE}).")
        String jvm = "";

        @Option(
                names = "--port-offset",
                paramLabel = "N",
                defaultValue = "13000",
                description = "Added to every port (default: ${DEFAULT-VALUE}).")
        int portOffset;

        int rounds() {
            return quick ? QUICK_ROUNDS : rounds;
        }

        int seconds() {
            return quick ? QUICK_SECONDS : seconds;
        }

        int warmUp() {
            return quick ? QUICK_WARM_UP : warmUp;
        }

        List<String> jvm() {
            return List.of(jvm.strip().split("\\s+"));
        }
    }

    static final class CandidateConverter implements ITypeConverter<Candidate> {
        @Override
        public Candidate convert(String text) {
            return Arrays.stream(Candidate.values())
                    .filter(candidate -> candidate.id().equals(text.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no candidate '%s'".formatted(text)));
        }
    }
}

package io.ymera.local.server;

import io.ymera.local.process.Launch;
import io.ymera.local.process.OwnerOnly;
import io.ymera.local.process.Part;
import io.ymera.local.process.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One Kafka node, broker and KRaft controller in one, in a JVM of its own.
 *
 * @param programs where its jars are
 * @param directory where its data is kept
 * @param port where clients connect
 * @param controllerPort where the node talks to itself
 * @param jvm flags of its JVM
 */
public record KafkaServer(ServerPrograms programs, Path directory, int port, int controllerPort, List<String> jvm)
        implements Part {

    /** With a JVM for a start in little time and memory. */
    public KafkaServer(ServerPrograms programs, Path directory, int port, int controllerPort) {
        this(
                programs,
                directory,
                port,
                controllerPort,
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        OwnerOnly.folder(directory);
        Files.writeString(configuration(), settings());
        if (!Files.exists(data().resolve("meta.properties"))) {
            format();
        }
    }

    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                # One node: nothing to replicate to, and one partition of each internal topic is enough
                num.partitions=1
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.num.partitions=1
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # Groups form at once, and may hold a record for as little as a second
                group.initial.rebalance.delay.ms=0
                group.share.min.record.lock.duration.ms=1000
                group.share.initialize.retry.interval.ms=1000
                group.share.delivery.count.limit=10
                # A new member of a new group learns what it is assigned with its second heartbeat
                group.share.min.heartbeat.interval.ms=1000
                group.share.heartbeat.interval.ms=1000
                # After a crash the broker cannot register again until its old session has lapsed
                broker.heartbeat.interval.ms=500
                broker.session.timeout.ms=3000
                controller.quorum.election.timeout.ms=500
                controller.quorum.fetch.timeout.ms=1000
                # Small: the cleaner's buffer alone would be half of the heap
                log.cleaner.dedupe.buffer.size=8388608
                num.network.threads=2
                num.io.threads=4
                """.formatted(port, controllerPort, data());
    }

    private void format() throws IOException, InterruptedException {
        String clusterId = "ymera-local-cluster--w"; // 22 characters of base64url: a UUID
        Process process = new ProcessBuilder(
                        Programs.java().toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        programs.kafkaClassPath(),
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        clusterId,
                        "--config",
                        configuration().toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("Kafka's storage cannot be formatted:%n%s".formatted(output.strip()));
        }
    }

    @Override
    public Launch launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Programs.java().toString());
        command.addAll(jvm);
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                programs.kafkaClassPath(),
                "kafka.Kafka",
                configuration().toString()));
        return new Launch(command, Map.of(), directory);
    }

    /** Whether it answers as a broker that is part of its cluster. */
    @Override
    public boolean isReady() {
        return KafkaProbe.hasBroker(port);
    }

    /** What clients are given as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    private Path configuration() {
        return directory.toAbsolutePath().resolve("server.properties");
    }

    private Path data() {
        return directory.toAbsolutePath().resolve("data");
    }
}

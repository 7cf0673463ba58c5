package io.ymera.scanner.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is insecure in the services of a compose file. */
final class ComposeRules {

    private static final Set<String> DANGEROUS = Words.set("""
            ALL SYS_ADMIN NET_ADMIN SYS_PTRACE SYS_MODULE SYS_RAWIO DAC_READ_SEARCH BPF SYS_BOOT NET_RAW
            SYS_TIME
            """);
    private static final Map<String, String> DATABASES = Map.ofEntries(
            Map.entry("5432", "PostgreSQL"),
            Map.entry("3306", "MySQL"),
            Map.entry("6379", "Redis"),
            Map.entry("27017", "MongoDB"),
            Map.entry("9200", "Elasticsearch"),
            Map.entry("1433", "SQL Server"),
            Map.entry("1521", "Oracle"),
            Map.entry("5984", "CouchDB"),
            Map.entry("9042", "Cassandra"),
            Map.entry("11211", "memcached"),
            Map.entry("2379", "etcd"),
            Map.entry("2375", "Docker's API"),
            Map.entry("5672", "RabbitMQ"),
            Map.entry("8086", "InfluxDB"),
            Map.entry("7687", "Neo4j"),
            Map.entry("8123", "ClickHouse"));
    private static final Map<String, Set<String>> OPEN = Map.of(
            "POSTGRES_HOST_AUTH_METHOD", Set.of("trust"),
            "MYSQL_ALLOW_EMPTY_PASSWORD", Set.of("yes", "true", "1"),
            "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD", Set.of("yes", "true", "1"),
            "ALLOW_EMPTY_PASSWORD", Set.of("yes", "true", "1"),
            "xpack.security.enabled", Set.of("false"),
            "DISABLE_SECURITY_PLUGIN", Set.of("true"),
            "ALLOW_ANONYMOUS_LOGIN", Set.of("yes", "true"),
            "ME_CONFIG_BASICAUTH", Set.of("false"),
            "NEO4J_AUTH", Set.of("none"));
    private static final Set<String> DEVICES = Set.of("/dev/mem", "/dev/kmem", "/dev/sda", "/dev/nvme0n1", "/dev/port");

    private final String path;
    private final Report report;

    private ComposeRules(String path, Report report) {
        this.path = path;
        this.report = report;
    }

    static void check(String path, Yaml document, Report report) {
        ComposeRules rules = new ComposeRules(path, report);
        for (Yaml.Entry service : document.get("services").entries()) {
            rules.service("Service " + service.key(), service.value());
        }
    }

    private void add(String rule, Yaml at, String service, String message) {
        report.add(rule, Cluster.at(path, at), service, service + " " + message);
    }

    private void service(String name, Yaml service) {
        if (service.get("privileged").isTrue()) {
            add(
                    "compose-privileged",
                    service.get("privileged"),
                    name,
                    "is privileged: whoever is in it is root on the host");
        }
        for (String share : List.of("network_mode", "pid", "ipc", "userns_mode", "uts", "cgroup")) {
            if (service.get(share).text().equals("host")) {
                add(
                        share.equals("network_mode") ? "compose-host-network" : "compose-host-namespace",
                        service.get(share),
                        name,
                        "shares what is the host's (%s: host)".formatted(share));
            }
        }
        for (Yaml capability : service.get("cap_add").items()) {
            String plain = capability.text().toUpperCase(Locale.ROOT).replace("CAP_", "");
            if (DANGEROUS.contains(plain)) {
                add("compose-capability", capability, name, "gets the capability " + plain);
            }
        }
        for (Yaml option : service.get("security_opt").items()) {
            String text = option.text().replace('=', ':').replace(" ", "");
            if (text.endsWith(":unconfined")
                    || text.equals("label:disable")
                    || text.equals("no-new-privileges:false")) {
                add("compose-protection-off", option, name, "turns a protection off (%s)".formatted(option.text()));
            }
        }
        String user = service.get("user").text();
        if (user.equals("root") || user.equals("0") || user.startsWith("0:") || user.startsWith("root:")) {
            add("compose-root-user", service.get("user"), name, "runs as root (user: %s)".formatted(user));
        }
        if (!service.get("build").exists() && Images.latest(service.get("image").text())) {
            add(
                    "compose-latest-image",
                    service.get("image"),
                    name,
                    "runs %s, whatever is newest that day"
                            .formatted(service.get("image").text()));
        }
        devices(name, service);
        mounts(name, service);
        ports(name, service);
        environment(name, service);
    }

    private void devices(String name, Yaml service) {
        for (Yaml device : service.get("devices").items()) {
            String source = device.get("source").or(device).text();
            String host = source.contains(":") ? source.substring(0, source.indexOf(':')) : source;
            if (DEVICES.contains(host)) {
                add("compose-device", device, name, "gets the device %s of the host".formatted(host));
            }
        }
    }

    private void mounts(String name, Yaml service) {
        for (Yaml volume : service.get("volumes").items()) {
            Yaml at = volume.get("source").or(volume);
            String text = at.text();
            String host = text.contains(":") ? text.substring(0, text.indexOf(':')) : text;
            if (Paths.socket(host)) {
                add("compose-docker-socket", at, name, "mounts %s, which rules the host".formatted(host));
            } else if (Paths.sensitive(host)) {
                add("compose-sensitive-mount", at, name, "mounts %s of the host".formatted(host));
            }
        }
    }

    private void ports(String name, Yaml service) {
        for (Yaml port : service.get("ports").items()) {
            String target;
            String address;
            if (port.isMapping()) {
                target = port.get("target").text();
                address = port.get("published").exists() ? port.get("host_ip").text() : "127.0.0.1";
            } else {
                String text = port.text().contains("/")
                        ? port.text().substring(0, port.text().indexOf('/'))
                        : port.text();
                List<String> parts = List.of(text.split(":", -1));
                target = parts.getLast();
                address = parts.size() > 2 ? String.join(":", parts.subList(0, parts.size() - 2)) : "";
                if (parts.size() == 1) {
                    // A port that the host chooses
                    continue;
                }
            }
            String what = DATABASES.get(target);
            boolean everywhere = address.isEmpty() || address.equals("0.0.0.0") || address.equals("[::]");
            if (what != null && everywhere) {
                add(
                        "compose-exposed-database",
                        port,
                        name,
                        "offers %s to everybody who reaches the host (port %s)".formatted(what, target));
            }
        }
    }

    /** A variable, in either form. */
    private record Variable(String name, String value, Yaml at) {}

    private void environment(String name, Yaml service) {
        List<Variable> variables = new ArrayList<>();
        Yaml environment = service.get("environment");
        environment
                .entries()
                .forEach(entry ->
                        variables.add(new Variable(entry.key(), entry.value().text(), entry.value())));
        for (Yaml item : environment.items()) {
            int sign = item.text().indexOf('=');
            if (sign > 0) {
                variables.add(
                        new Variable(item.text().substring(0, sign), item.text().substring(sign + 1), item));
            }
        }
        for (Variable variable : variables) {
            if (Literals.secretName(variable.name()) && Literals.literal(variable.value())) {
                add(
                        "compose-plain-password",
                        variable.at(),
                        name,
                        "has the value of %s in the file".formatted(variable.name()));
            }
            if (OPEN.getOrDefault(variable.name(), Set.of())
                    .contains(variable.value().toLowerCase(Locale.ROOT))) {
                add(
                        "compose-no-authentication",
                        variable.at(),
                        name,
                        "lets everybody in (%s=%s)".formatted(variable.name(), variable.value()));
            }
        }
    }
}

package io.ymera.scanner.config;

import java.util.List;
import java.util.Set;

/** What is insecure in roles and in who has them. */
final class AccessRules {

    private static final Set<String> ADMIN = Set.of("cluster-admin", "admin", "system:masters");
    private static final Set<String> ANYBODY =
            Set.of("system:anonymous", "system:unauthenticated", "system:authenticated");
    private static final Set<String> READ = Set.of("get", "list", "watch", "*");
    private static final Set<String> INTO_PODS =
            Set.of("pods/exec", "pods/attach", "pods/ephemeralcontainers", "nodes/proxy");

    private final String path;
    private final String title;
    private final Report report;

    AccessRules(String path, String title, Report report) {
        this.path = path;
        this.title = title;
        this.report = report;
    }

    private void add(String rule, Yaml at, String message) {
        report.add(rule, Cluster.at(path, at), title, title + " " + message);
    }

    void check(Yaml object) {
        for (Yaml rule : object.get("rules").items()) {
            rule(rule, object.get("kind").text().equals("ClusterRole"));
        }
        if (object.get("roleRef").exists()) {
            binding(object);
        }
    }

    private static List<String> texts(Yaml list) {
        return list.items().stream().map(Yaml::text).toList();
    }

    private void rule(Yaml rule, boolean everywhere) {
        List<String> verbs = texts(rule.get("verbs"));
        List<String> resources = texts(rule.get("resources"));
        Yaml at = rule.get("verbs");
        if (verbs.contains("*") && resources.contains("*")) {
            add("k8s-rbac-all", at, "allows everything (verbs and resources are *)");
            return;
        }
        if (verbs.contains("*") || resources.contains("*")) {
            add(
                    "k8s-rbac-wildcard",
                    at,
                    "allows more than it names (%s is *)".formatted(verbs.contains("*") ? "verbs" : "resources"));
        }
        if (verbs.stream().anyMatch(Set.of("escalate", "bind", "impersonate")::contains)) {
            add(
                    "k8s-rbac-escalation",
                    at,
                    "lets its holders take rights that they don't have (%s)".formatted(String.join(", ", verbs)));
        }
        boolean named = rule.get("resourceNames").exists();
        if (everywhere
                && !named
                && resources.contains("secrets")
                && verbs.stream().anyMatch(READ::contains)) {
            add("k8s-rbac-secrets", at, "reads all secrets of the cluster");
        }
        boolean enter = verbs.contains("create") || verbs.contains("get") || verbs.contains("*");
        if (enter && resources.stream().anyMatch(INTO_PODS::contains)) {
            add("k8s-rbac-exec", at, "runs commands in pods (%s)".formatted(String.join(", ", resources)));
        }
    }

    private void binding(Yaml object) {
        String role = object.get("roleRef", "name").text();
        boolean everywhere = object.get("kind").text().equals("ClusterRoleBinding");
        if (role.equals("cluster-admin") || everywhere && ADMIN.contains(role)) {
            add("k8s-cluster-admin", object.get("roleRef", "name"), "gives the role %s".formatted(role));
        }
        for (Yaml subject : object.get("subjects").items()) {
            String name = subject.get("name").text();
            if (ANYBODY.contains(name)) {
                add("k8s-rbac-anybody", subject.get("name"), "gives the role %s to %s".formatted(role, name));
            } else if (subject.get("kind").text().equals("ServiceAccount") && name.equals("default")) {
                add(
                        "k8s-rbac-default-account",
                        subject.get("name"),
                        "gives the role %s to each pod without an account of its own".formatted(role));
            }
        }
    }
}

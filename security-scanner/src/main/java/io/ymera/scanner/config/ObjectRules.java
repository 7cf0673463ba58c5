package io.ymera.scanner.config;

import java.util.List;

/** What is insecure in services, secrets, namespaces and other objects without pods. */
final class ObjectRules {

    private final String path;
    private final String title;
    private final Report report;

    ObjectRules(String path, String title, Report report) {
        this.path = path;
        this.title = title;
        this.report = report;
    }

    private void add(String rule, Yaml at, String message) {
        report.add(rule, Cluster.at(path, at), title, title + " " + message);
    }

    void check(Yaml object) {
        switch (object.get("kind").text()) {
            case "Service" -> service(object);
            case "Secret" -> secret(object);
            case "ConfigMap" -> configMap(object);
            case "Ingress" -> ingress(object);
            case "Namespace" -> namespace(object);
            case "ServiceAccount" -> account(object);
            case "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration" -> webhooks(object);
            default -> {
                // Nothing is known of it
            }
        }
    }

    private void service(Yaml object) {
        Yaml type = object.get("spec", "type");
        boolean limited = object.get("spec", "loadBalancerSourceRanges").exists()
                || object.get("metadata", "annotations").entries().stream()
                        .anyMatch(annotation -> annotation.key().contains("internal")
                                || annotation.value().text().equalsIgnoreCase("internal"));
        if (type.text().equals("NodePort") || type.text().equals("LoadBalancer") && !limited) {
            add(
                    "k8s-exposed-service",
                    type,
                    "is open to whoever reaches the nodes or the internet (%s)".formatted(type.text()));
        }
        if (object.get("spec", "externalIPs").isSequence()
                && !object.get("spec", "externalIPs").items().isEmpty()) {
            add(
                    "k8s-external-ips",
                    object.get("spec", "externalIPs"),
                    "takes traffic of addresses that may be others' (externalIPs)");
        }
    }

    private void secret(Yaml object) {
        for (String group : List.of("stringData", "data")) {
            for (Yaml.Entry entry : object.get(group).entries()) {
                if (Literals.literal(entry.value().text())
                        && !entry.value().text().startsWith("Ag")) {
                    add(
                            "k8s-secret-in-manifest",
                            entry.value(),
                            "has the value of %s in its manifest, which base64 does not hide".formatted(entry.key()));
                    return;
                }
            }
        }
    }

    private void configMap(Yaml object) {
        for (Yaml.Entry entry : object.get("data").entries()) {
            String value = entry.value().text();
            if (value.indexOf('\n') < 0 && Literals.secretName(entry.key()) && Literals.literal(value)) {
                add(
                        "k8s-secret-in-config-map",
                        entry.value(),
                        "has %s, which everybody who lists it reads".formatted(entry.key()));
            }
        }
    }

    private void ingress(Yaml object) {
        boolean rules = object.get("spec", "rules").exists()
                || object.get("spec", "defaultBackend").exists();
        boolean managed = object.get("metadata", "annotations").entries().stream()
                .anyMatch(annotation -> annotation.key().contains("certificate-arn")
                        || annotation.key().contains("managed-certificates")
                        || annotation.key().contains("pre-shared-cert")
                        || annotation.key().contains("router.tls"));
        if (rules && !object.get("spec", "tls").exists() && !managed) {
            add("k8s-ingress-without-tls", object.get("kind"), "has no tls: what it serves is not encrypted");
        }
    }

    private void namespace(Yaml object) {
        Yaml level = object.get("metadata", "labels", "pod-security.kubernetes.io/enforce");
        if (level.text().equals("privileged")) {
            add(
                    "k8s-privileged-namespace",
                    level,
                    "lets pods do what they like (pod-security.kubernetes.io/enforce: privileged)");
        }
    }

    private void account(Yaml object) {
        if (object.get("automountServiceAccountToken").isTrue()
                && object.get("metadata", "name").text().equals("default")) {
            add(
                    "k8s-default-account-token",
                    object.get("automountServiceAccountToken"),
                    "gives its token to each pod without an account of its own");
        }
    }

    private void webhooks(Yaml object) {
        for (Yaml webhook : object.get("webhooks").items()) {
            boolean validates = object.get("kind").text().startsWith("Validating");
            if (validates && webhook.get("failurePolicy").text().equals("Ignore")) {
                add(
                        "k8s-webhook-fails-open",
                        webhook.get("failurePolicy"),
                        "lets everything in while it doesn't answer (failurePolicy: Ignore)");
            }
        }
    }
}

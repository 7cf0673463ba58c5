package io.ymera.scanner.config;

import io.ymera.scanner.finding.Location;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Kubernetes objects of a tree: each is looked at alone, then what only all of them together say. Not thread-safe.
 */
final class Cluster {

    private static final int DEEPEST_LIST = 4;

    /** Where the pod stands in each kind that has one. */
    private static final Map<String, String[]> PODS = Map.of(
            "Pod",
            new String[] {},
            "Deployment",
            new String[] {"spec", "template"},
            "StatefulSet",
            new String[] {"spec", "template"},
            "DaemonSet",
            new String[] {"spec", "template"},
            "ReplicaSet",
            new String[] {"spec", "template"},
            "ReplicationController",
            new String[] {"spec", "template"},
            "Job",
            new String[] {"spec", "template"},
            "CronJob",
            new String[] {"spec", "jobTemplate", "spec", "template"},
            "PodTemplate",
            new String[] {"template"});

    private final Report report;
    private @Nullable Location firstWorkload;
    private boolean networkPolicy;

    Cluster(Report report) {
        this.report = report;
    }

    /** An object, or a list of them. */
    void document(String path, Yaml document) {
        document(path, document, 0);
    }

    private void document(String path, Yaml object, int depth) {
        String kind = object.get("kind").text();
        if (!object.get("apiVersion").exists() || kind.isEmpty()) {
            return;
        }
        if (kind.endsWith("List") && object.get("items").isSequence() && depth < DEEPEST_LIST) {
            object.get("items").items().forEach(item -> document(path, item, depth + 1));
            return;
        }
        String name = object.get("metadata", "name").text();
        String title = name.isEmpty() ? kind : kind + " " + name;
        String[] way = PODS.get(kind);
        if (way != null) {
            Yaml template = object.get(way);
            firstWorkload = firstWorkload == null ? at(path, object.get("kind")) : firstWorkload;
            new PodRules(path, title, report).check(template, object);
        } else if (List.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding")
                .contains(kind)) {
            new AccessRules(path, title, report).check(object);
        } else {
            networkPolicy |= kind.contains("NetworkPolicy") || kind.equals("AuthorizationPolicy");
            new ObjectRules(path, title, report).check(object);
        }
    }

    /** Says what only all objects together say. */
    void finish() {
        if (firstWorkload != null && !networkPolicy) {
            report.add(
                    "k8s-no-network-policy",
                    firstWorkload,
                    "all workloads",
                    "There are workloads and no NetworkPolicy: each pod reaches each other one");
        }
    }

    static Location at(String path, Yaml yaml) {
        return new Location(path, yaml.line(), yaml.column(), yaml.line(), yaml.column());
    }
}

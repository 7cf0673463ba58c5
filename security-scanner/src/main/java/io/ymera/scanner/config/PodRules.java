package io.ymera.scanner.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is insecure in a pod, by the Pod Security Standards, the CIS benchmark and the NSA's guide. */
final class PodRules {

    private static final Set<String> DANGEROUS = Words.set("""
            ALL SYS_ADMIN NET_ADMIN SYS_PTRACE SYS_MODULE SYS_RAWIO SYS_BOOT SYS_TIME DAC_READ_SEARCH
            DAC_OVERRIDE BPF PERFMON MAC_ADMIN MAC_OVERRIDE NET_RAW SYSLOG SETUID SETGID CHECKPOINT_RESTORE
            LINUX_IMMUTABLE
            """);
    private static final Set<String> SAFE_SYSCTLS = Words.set("""
            kernel.shm_rmid_forced net.ipv4.ip_local_port_range net.ipv4.ip_unprivileged_port_start
            net.ipv4.tcp_syncookies net.ipv4.ping_group_range net.ipv4.ip_local_reserved_ports
            net.ipv4.tcp_keepalive_time net.ipv4.tcp_fin_timeout net.ipv4.tcp_keepalive_intvl
            net.ipv4.tcp_keepalive_probes net.ipv4.tcp_rmem net.ipv4.tcp_wmem
            """);
    private static final List<String> FLAGS = Words.list("""
            --anonymous-auth=true --authorization-mode=AlwaysAllow --insecure-bind-address --insecure-port=80
            --profiling=true --client-cert-auth=false --auto-tls=true --read-only-port=10255 --enable-skip-login
            --token-auth-file --basic-auth-file
            """);

    private final String path;
    private final String title;
    private final Report report;

    PodRules(String path, String title, Report report) {
        this.path = path;
        this.title = title;
        this.report = report;
    }

    private void add(String rule, Yaml at, String object, String message) {
        report.add(rule, Cluster.at(path, at), object, object + " " + message);
    }

    /**
     * Looks at a pod or a template of one.
     *
     * @param owner the object in which it stands
     */
    void check(Yaml template, Yaml owner) {
        Yaml spec = template.get("spec");
        if (!spec.isMapping()) {
            return;
        }
        Yaml here = owner.get("kind");
        sharedWithHost(spec);
        volumes(spec);
        Yaml security = spec.get("securityContext");
        for (Yaml sysctl : security.get("sysctls").items()) {
            String name = sysctl.get("name").text();
            if (!name.isEmpty() && !SAFE_SYSCTLS.contains(name)) {
                add("k8s-unsafe-sysctl", sysctl, title, "sets %s, which other pods of the node feel".formatted(name));
            }
        }
        annotations(template);
        if (containers(spec).stream().anyMatch(PodRules::complete)) {
            account(spec, here);
            seccomp(spec, security, here);
        }
        for (Yaml container : containers(spec)) {
            container(container, spec);
        }
    }

    private static List<Yaml> containers(Yaml spec) {
        List<Yaml> all = new ArrayList<>();
        for (String group : List.of("initContainers", "containers", "ephemeralContainers")) {
            all.addAll(spec.get(group).items());
        }
        return all;
    }

    /** Whether it is all of a container; a patch of one (Kustomize) says only what is other, and leaves the rest to its base. */
    private static boolean complete(Yaml container) {
        return container.get("image").exists();
    }

    private void sharedWithHost(Yaml spec) {
        for (String share : List.of("hostNetwork", "hostPID", "hostIPC")) {
            if (spec.get(share).isTrue()) {
                String rule = "k8s-"
                        + share.replace("hostNetwork", "host-network")
                                .replace("hostPID", "host-pid")
                                .replace("hostIPC", "host-ipc");
                add(
                        rule,
                        spec.get(share),
                        title,
                        "shares its node's %s (%s: true)".formatted(share.substring(4), share));
            }
        }
        if (spec.get("shareProcessNamespace").isTrue()) {
            add(
                    "k8s-shared-processes",
                    spec.get("shareProcessNamespace"),
                    title,
                    "lets its containers see each other's processes");
        }
    }

    private void volumes(Yaml spec) {
        for (Yaml volume : spec.get("volumes").items()) {
            String host = volume.get("hostPath", "path").text();
            if (host.isEmpty()) {
                continue;
            }
            boolean socket = Paths.socket(host);
            boolean sensitive = socket || Paths.sensitive(host);
            String rule = sensitive ? "k8s-sensitive-host-path" : "k8s-host-path";
            add(
                    rule,
                    volume.get("hostPath", "path"),
                    title,
                    socket
                            ? "mounts %s, which rules the node".formatted(host)
                            : "mounts %s of its node".formatted(host));
        }
    }

    private void account(Yaml spec, Yaml here) {
        String account =
                spec.get("serviceAccountName").or(spec.get("serviceAccount")).text();
        Yaml mount = spec.get("automountServiceAccountToken");
        if ((account.isEmpty() || account.equals("default")) && !mount.isFalse()) {
            add(
                    "k8s-default-account-token",
                    mount.exists() ? mount : here,
                    title,
                    "gets the token of the default service account (automountServiceAccountToken is not false)");
        }
    }

    private void annotations(Yaml template) {
        for (Yaml.Entry annotation : template.get("metadata", "annotations").entries()) {
            boolean armor = annotation.key().startsWith("container.apparmor.security.beta.kubernetes.io/");
            if (armor && annotation.value().text().equals("unconfined")) {
                add("k8s-apparmor-off", annotation.value(), title, "turns AppArmor off");
            }
        }
    }

    private void seccomp(Yaml spec, Yaml security, Yaml here) {
        boolean all = containers(spec).stream()
                .allMatch(container ->
                        container.get("securityContext", "seccompProfile").exists());
        if (!security.get("seccompProfile").exists() && !all) {
            add("k8s-no-seccomp", here, title, "has no seccompProfile: all system calls are open to it");
        }
    }

    private void container(Yaml container, Yaml spec) {
        String name = container.get("name").text();
        String object = title + ", container " + (name.isEmpty() ? "?" : name);
        Yaml at = container.get("name").or(container);
        Yaml own = container.get("securityContext");
        Yaml pod = spec.get("securityContext");
        rights(own, pod, object);
        user(own, pod, object);
        capabilities(own, object);
        if (complete(container)) {
            hardening(container, pod, object, at);
        }
        String image = container.get("image").text();
        if (Images.latest(image)) {
            add(
                    "k8s-latest-image",
                    container.get("image"),
                    object,
                    "runs %s, whatever is newest that day".formatted(image));
        }
        for (Yaml port : container.get("ports").items()) {
            String host = port.get("hostPort").text();
            if (!host.isEmpty() && !host.equals("0") && !spec.get("hostNetwork").isTrue()) {
                add("k8s-host-port", port.get("hostPort"), object, "takes port %s of its node".formatted(host));
            }
        }
        environment(container, object);
        flags(container, object);
    }

    /** What is said and should not be. */
    private void rights(Yaml own, Yaml pod, String object) {
        if (own.get("privileged").isTrue()) {
            add("k8s-privileged", own.get("privileged"), object, "is privileged: whoever is in it is root on the node");
        }
        if (own.get("allowPrivilegeEscalation").isTrue()) {
            add(
                    "k8s-privilege-escalation",
                    own.get("allowPrivilegeEscalation"),
                    object,
                    "may get more rights (allowPrivilegeEscalation: true)");
        }
        Yaml seccomp = own.get("seccompProfile", "type").or(pod.get("seccompProfile", "type"));
        if (seccomp.text().equals("Unconfined")) {
            add("k8s-seccomp-off", seccomp, object, "turns seccomp off (Unconfined)");
        }
        Yaml armor = own.get("appArmorProfile", "type").or(pod.get("appArmorProfile", "type"));
        if (armor.text().equals("Unconfined")) {
            add("k8s-apparmor-off", armor, object, "turns AppArmor off (Unconfined)");
        }
        if (own.get("procMount").text().equals("Unmasked")) {
            add("k8s-proc-unmasked", own.get("procMount"), object, "sees all of /proc (procMount: Unmasked)");
        }
        Yaml windows = own.get("windowsOptions", "hostProcess").or(pod.get("windowsOptions", "hostProcess"));
        if (windows.isTrue()) {
            add("k8s-host-process", windows, object, "runs as a process of the Windows host");
        }
    }

    private void user(Yaml own, Yaml pod, String object) {
        Yaml user = own.get("runAsUser").or(pod.get("runAsUser"));
        if (user.text().equals("0")) {
            add("k8s-root-user", user, object, "runs as root (runAsUser: 0)");
        }
    }

    private void capabilities(Yaml own, String object) {
        for (Yaml capability : own.get("capabilities", "add").items()) {
            String name = capability.text().toUpperCase(Locale.ROOT).replace("CAP_", "");
            if (DANGEROUS.contains(name)) {
                add("k8s-capability", capability, object, "gets the capability " + name);
            }
        }
    }

    /** What should be said and is not. */
    private void hardening(Yaml container, Yaml pod, String object, Yaml at) {
        Yaml own = container.get("securityContext");
        Yaml limits = container.get("resources", "limits");
        if (!limits.get("memory").exists()) {
            add(
                    "k8s-no-limits",
                    limits.exists() ? limits : at,
                    object,
                    "has no limit of memory and can starve its node");
        }
        if (own.get("privileged").isTrue()) {
            // Nothing below holds it
            return;
        }
        if (!own.get("allowPrivilegeEscalation").exists()) {
            add(
                    "k8s-privilege-escalation-open",
                    at,
                    object,
                    "may get more rights: allowPrivilegeEscalation is not false");
        }
        Yaml readOnly = own.get("readOnlyRootFilesystem");
        if (!readOnly.isTrue()) {
            add(
                    "k8s-writable-root",
                    readOnly.exists() ? readOnly : at,
                    object,
                    "can change its own programs: readOnlyRootFilesystem is not true");
        }
        Yaml nonRoot = own.get("runAsNonRoot").or(pod.get("runAsNonRoot"));
        if (!nonRoot.isTrue() && !own.get("runAsUser").or(pod.get("runAsUser")).exists()) {
            add(
                    "k8s-may-be-root",
                    nonRoot.exists() ? nonRoot : at,
                    object,
                    "runs as root if its image says so: runAsNonRoot is not true");
        }
        Yaml drop = own.get("capabilities", "drop");
        if (drop.items().stream().noneMatch(dropped -> dropped.text().equalsIgnoreCase("ALL"))) {
            add(
                    "k8s-capabilities-kept",
                    drop.exists() ? drop : at,
                    object,
                    "keeps capabilities that it was not given on purpose: drop does not have ALL");
        }
    }

    private void environment(Yaml container, String object) {
        for (Yaml variable : container.get("env").items()) {
            String name = variable.get("name").text();
            if (Literals.secretName(name)
                    && Literals.literal(variable.get("value").text())) {
                add(
                        "k8s-secret-in-env",
                        variable.get("value"),
                        object,
                        "has the value of %s in its manifest".formatted(name));
            }
        }
    }

    private void flags(Yaml container, String object) {
        for (String list : List.of("command", "args")) {
            for (Yaml word : container.get(list).items()) {
                if (FLAGS.stream().anyMatch(word.text()::startsWith)) {
                    add("k8s-component-flag", word, object, "is started with " + word.text());
                }
            }
        }
    }
}

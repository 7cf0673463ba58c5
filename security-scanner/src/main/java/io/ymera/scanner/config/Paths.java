package io.ymera.scanner.config;

import java.util.List;

/** Folders of the host that give a container power over it. */
final class Paths {

    private static final List<String> SOCKETS = Words.list("""
            docker.sock containerd.sock crio.sock podman.sock dockershim.sock containerd.sock.ttrpc
            """);
    private static final List<String> WHOLE = Words.list("""
            / /root /home /boot /dev /sys /proc /etc /usr /lib /bin /sbin
            """);
    private static final List<String> BELOW = Words.list("""
            /etc/kubernetes /var/lib/kubelet /var/lib/docker /var/lib/containerd /var/lib/etcd /root/.ssh
            /etc/shadow /etc/passwd /etc/sudoers /etc/cron /proc/sys /proc/sysrq /var/run/secrets
            """);

    private Paths() {}

    /** Whether it is a socket that starts containers for whoever asks. */
    static boolean socket(String path) {
        return SOCKETS.stream().anyMatch(path::endsWith)
                || plain(path).equals("/var/run")
                || plain(path).equals("/run");
    }

    static boolean sensitive(String path) {
        String plain = plain(path);
        return WHOLE.contains(plain) || BELOW.stream().anyMatch(plain::startsWith);
    }

    private static String plain(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}

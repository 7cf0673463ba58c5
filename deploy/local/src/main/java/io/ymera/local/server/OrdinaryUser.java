package io.ymera.local.server;

import io.ymera.local.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs a program that refuses to run as root. In a user namespace of its own, root looks like an ordinary user and still
 * reads its files; where the kernel does not allow that, the program runs as the user nobody, who then gets its folder.
 */
final class OrdinaryUser {

    private static final int NOBODY = 65534;

    private OrdinaryUser() {}

    /** {@code command}, started in such a way that it does not see root. */
    static List<String> command(List<String> command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(prefix());
        all.addAll(command);
        return all;
    }

    /** Makes {@code folder}, with all that is in it, readable and writable for such a command. */
    static void giveTo(Path folder) throws IOException, InterruptedException {
        if (!prefix().contains("setpriv")) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", NOBODY);
                Files.setAttribute(file, "unix:gid", NOBODY);
            }
        }
    }

    private static List<String> prefix() throws IOException, InterruptedException {
        if (!isRoot()) {
            return List.of();
        }
        if (works("unshare", "-U", "true")) {
            return List.of("unshare", "-U");
        }
        String id = Integer.toString(NOBODY);
        List<String> asNobody = List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups");
        if (works(Stream.concat(asNobody.stream(), Stream.of("true")).toArray(String[]::new))) {
            return asNobody;
        }
        throw new IOException(
                "PostgreSQL does not run as root, and neither unshare nor setpriv (util-linux) works here: run this as an ordinary user, or set DATABASE_URL to a server of yours");
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self)
                ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
                : "root".equals(System.getProperty("user.name"));
    }

    private static boolean works(String... command) throws IOException, InterruptedException {
        return Programs.onPath(command[0]).isPresent()
                && new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
    }
}

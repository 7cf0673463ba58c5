package io.ymera.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What of the machine a confined program may read: its system folders, a few files of {@code /etc}, and what it was given. */
final class SystemView {

    private static final List<Path> SYSTEM = List.of("usr", "bin", "sbin", "lib", "lib32", "lib64", "libx32").stream()
            .map(name -> Path.of("/", name))
            .toList();

    /** Found by the dynamic linker, Debian's alternatives, Python, and whoever asks for the time zone or a MIME type. */
    private static final List<Path> ETC = List.of(
                    "ld.so.cache",
                    "ld.so.conf",
                    "ld.so.conf.d",
                    "alternatives",
                    "localtime",
                    "timezone",
                    "mime.types",
                    "protocols",
                    "services",
                    "python3",
                    "python3.9",
                    "python3.10",
                    "python3.11",
                    "python3.12",
                    "python3.13",
                    "python3.14")
            .stream()
            .map(name -> Path.of("/etc", name))
            .toList();

    private static final String HOSTS = "127.0.0.1 localhost sandbox\n::1 localhost\n";
    private static final String NSSWITCH = "passwd: files\ngroup: files\nhosts: files dns\n";

    /** Nobody listens there: a look-up fails at once, and the kernel counts it (see {@link NetworkAttempts}). */
    private static final String RESOLV = "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n";

    private SystemView() {}

    /** System folders that exist, links included. */
    static List<Path> folders() {
        return SYSTEM.stream().filter(Files::exists).toList();
    }

    /** Files and folders of {@code /etc} that exist. */
    static List<Path> etc() {
        return ETC.stream().filter(Files::exists).toList();
    }

    /** The files of {@code /etc} that are made up, as variables for the scripts that write them. */
    static Map<String, String> madeUp(Account account) {
        return Map.of(
                "PASSWD",
                account.passwd(),
                "GROUP",
                account.group(),
                "HOSTS",
                HOSTS,
                "NSSWITCH",
                NSSWITCH,
                "RESOLV",
                RESOLV);
    }

    /** What {@code command} asks for and neither the system nor another of its paths covers, parents first. */
    static List<Mount> extra(Command command) {
        List<Mount> extra = new ArrayList<>();
        for (Mount mount : command.readOnly().stream()
                .sorted(Comparator.comparing(Mount::inside))
                .toList()) {
            if (!Files.exists(mount.host())) {
                throw new IllegalArgumentException("readOnly has " + mount.host() + ", which does not exist");
            }
            boolean covered =
                    mount.host().equals(mount.inside()) && SYSTEM.stream().anyMatch(mount.inside()::startsWith)
                            || extra.stream().anyMatch(other -> covers(other, mount));
            if (!covered) {
                extra.add(mount);
            }
        }
        return extra;
    }

    private static boolean covers(Mount folder, Mount mount) {
        return mount.inside().startsWith(folder.inside())
                && folder.host()
                        .resolve(folder.inside().relativize(mount.inside()))
                        .normalize()
                        .equals(mount.host());
    }

    /** A link's text for a folder that is a link, as {@code /bin} is on a merged system. */
    static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            throw new SandboxUnavailableException("Can't read the link " + link, e);
        }
    }
}

package io.ymera.codebase.node;

import io.ymera.sandbox.Command;
import io.ymera.sandbox.Limits;
import io.ymera.sandbox.Mount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A Node.js that works in the sandbox.
 *
 * @param executable the program itself, no launcher such as nvm's
 * @param version for example 20.20.2
 * @param modules the {@code node_modules} folder with tools, as this agent sees it
 * @param confined whether programs find that folder at {@link #MODULES_INSIDE}, or where it is
 */
public record NodeRuntime(Path executable, String version, Optional<Path> modules, boolean confined) {

    /** Found by whatever runs below {@code /workspace}, as CommonJS and as ES module, after the project's own. */
    public static final Path MODULES_INSIDE = Path.of("/node_modules");

    private static final long MIB = 1L << 20;
    /** Of the memory; the rest is for what is not on V8's heap. */
    private static final double HEAP = 0.7;

    /** What a program needs to run a script, whatever it is told. V8 reserves far more addresses than it uses. */
    public Command command(Path script, Path workspace, List<Mount> mounts, String stdin, Limits limits) {
        List<String> argv = List.of(
                executable.toString(),
                "--max-old-space-size=" + Math.max(64, (long) (limits.memoryBytes() * HEAP) / MIB),
                script.toString());
        List<Mount> all = new ArrayList<>(mounts);
        all.add(new Mount(executable));
        modules.filter(folder -> confined).ifPresent(folder -> all.add(new Mount(folder, MODULES_INSIDE)));
        Map<String, String> environment = new TreeMap<>(Map.of(
                "PATH", executable.getParent() + ":/usr/local/bin:/usr/bin:/bin",
                "HOME", "/tmp",
                "LANG", "C.UTF-8"));
        return new Command(argv, workspace, all, environment, limits.withAddressSpaceBytes(Limits.UNLIMITED), stdin);
    }

    /** Where a program finds the tools. */
    public Optional<Path> modulesInside() {
        return modules.map(folder -> confined ? MODULES_INSIDE : folder);
    }

    /** Whether a package is among the tools. */
    public boolean has(String name) {
        return modules.filter(folder -> Files.isRegularFile(folder.resolve(name).resolve("package.json")))
                .isPresent();
    }

    /** 20 for 20.20.2. */
    public int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    @Override
    public String toString() {
        return "Node.js " + version;
    }
}

package io.ymera.sandbox;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program to run.
 *
 * @param argv the program and its arguments; a program without a slash is looked for on the {@code PATH} of {@code environment}
 * @param workspace a folder that the program may read and write and in which it starts; confined, it is {@link #WORKSPACE}.
 *     An agent that runs as root gives it and all that is in it to the program's user
 * @param readOnly files and folders that the program may read besides the system's
 * @param environment all of the program's environment; nothing is inherited. Without a {@code PATH}, the system's is set
 * @param limits what it may use
 * @param stdin what it finds in its standard input, which then ends; nobody else can read it
 * @param allowed what it may reach on a network, through the proxy that {@code HTTP_PROXY} and {@code HTTPS_PROXY} then name;
 *     nothing, normally. {@link SandboxMode#NONE} keeps nobody from anything, and has no proxy
 */
public record Command(
        List<String> argv,
        Path workspace,
        List<Mount> readOnly,
        Map<String, String> environment,
        Limits limits,
        String stdin,
        List<Destination> allowed) {

    /** Where the program finds its workspace when it is confined. */
    public static final String WORKSPACE = "/workspace";

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final List<Path> MADE_BY_THE_SANDBOX =
            List.of(Path.of("/proc"), Path.of("/sys"), Path.of("/dev"), Path.of("/etc"), Path.of(WORKSPACE));

    /** Copies and checks every value; an {@link IllegalArgumentException} names the one that is wrong. */
    public Command {
        argv = List.copyOf(argv);
        readOnly = List.copyOf(readOnly);
        environment = Map.copyOf(environment);
        allowed = List.copyOf(allowed);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("argv is empty");
        }
        if (argv.getFirst().isEmpty() || argv.getFirst().contains("=")) {
            throw new IllegalArgumentException(
                    "argv starts with \"" + argv.getFirst() + "\", which env(1) can't start");
        }
        argv.forEach(argument -> withoutNul("an argument", argument));
        absolute("workspace", workspace);
        readOnly.forEach(mount -> checkReadOnly(mount.inside()));
        environment.forEach(Command::checkVariable);
    }

    /** One that reaches no network. */
    public Command(
            List<String> argv,
            Path workspace,
            List<Mount> readOnly,
            Map<String, String> environment,
            Limits limits,
            String stdin) {
        this(argv, workspace, readOnly, environment, limits, stdin, List.of());
    }

    /** One that reads its files where they are, and whose standard input is empty. */
    public Command(
            List<String> argv, Path workspace, List<Path> readOnly, Map<String, String> environment, Limits limits) {
        this(argv, workspace, readOnly.stream().map(Mount::new).toList(), environment, limits, "");
    }

    /** The same, with more to read and more variables, where it names none itself. */
    Command with(Mount mount, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(environment);
        return new Command(
                argv,
                workspace,
                Stream.concat(readOnly.stream(), Stream.of(mount)).toList(),
                all,
                limits,
                stdin,
                allowed);
    }

    private static void checkReadOnly(Path path) {
        if (path.getNameCount() == 0 || MADE_BY_THE_SANDBOX.stream().anyMatch(path::startsWith)) {
            throw new IllegalArgumentException("readOnly has " + path + ", which the sandbox makes itself");
        }
    }

    private static void checkVariable(String name, String value) {
        if (!VARIABLE.matcher(name).matches()) {
            throw new IllegalArgumentException("environment has \"" + name + "\", which is not a variable's name");
        }
        withoutNul("environment variable " + name, value);
    }

    static void absolute(String name, Path path) {
        if (!path.isAbsolute() || !path.normalize().equals(path)) {
            throw new IllegalArgumentException(name + " has " + path + ", but must be absolute, without . and ..");
        }
    }

    private static void withoutNul(String name, String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(name + " contains a NUL character");
        }
    }
}

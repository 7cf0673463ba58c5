package io.ymera.scanner.config;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.ymera.scanner.config.Dockerfile.Instruction;
import io.ymera.scanner.config.Dockerfile.Stage;
import io.ymera.scanner.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is insecure in a Dockerfile. */
final class DockerfileRules {

    private static final int LONGEST = 100_000;

    /** A rule for the commands of {@code RUN}. */
    private record Command(String rule, Pattern pattern, String message) {}

    private static final String FETCH = "(curl|wget)\\b[^|;&\\n]*";
    private static final String SHELL =
            "(sudo\\s+(-\\S+\\s+)*)?(/usr)?(/bin/)?(env\\s+)?(ba|z|k|da|a)?sh\\b|python[0-9.]*\\b|perl\\b|node\\b|ruby\\b";

    private static final List<Command> COMMANDS = List.of(
            new Command(
                    "docker-pipe-to-shell",
                    Pattern.compile(
                            "\\b" + FETCH + "\\|\\s*(" + SHELL
                                    + ")|\\b(ba|z|da)?sh\\s+(-c\\s+)?[\"']?(<\\(|\\$\\()\\s*(curl|wget)\\b|\\beval\\s+[\"']?\\$\\(\\s*(curl|wget)\\b"),
                    "RUN executes what it downloads without looking at it"),
            new Command(
                    "docker-tls-off",
                    Pattern.compile(
                            "\\bcurl\\b[^|;&\\n]*\\s(-[a-zA-Z]*k[a-zA-Z]*|--insecure)(\\s|$)|--no-check-certificate|strict-ssl[ =]+false|--trusted-host|sslverify[ =]+(false|0)|NODE_TLS_REJECT_UNAUTHORIZED=[\"']?0|GIT_SSL_NO_VERIFY=[\"']?(1|true)|PYTHONHTTPSVERIFY=[\"']?0"),
                    "RUN does not check certificates"),
            new Command(
                    "docker-unsigned-packages",
                    Pattern.compile(
                            "--allow-unauthenticated|--force-yes|--allow-untrusted|--nogpgcheck|--no-gpg-check|gpgcheck=0|\\[\\s*trusted=yes\\s*\\]|--allow-downgrades-insecure"),
                    "RUN installs packages whose signatures are not checked"),
            new Command(
                    "docker-plain-http",
                    Pattern.compile("\\b(curl|wget)\\b[^|;&\\n]*\\shttp://"),
                    "RUN downloads without encryption"),
            new Command(
                    "docker-world-writable",
                    Pattern.compile("\\bchmod\\s+(-\\S+\\s+)*(0?777|[0-7]?77[67]|(a|o|ugo|go|og)\\+[rx]*w[rx]*)\\b"),
                    "RUN lets everybody write files"),
            new Command(
                    "docker-setuid",
                    Pattern.compile("\\bchmod\\s+(-\\S+\\s+)*([4267][0-7]{3}|[ug]+\\+[rwx]*s[rwx]*)\\b"),
                    "RUN sets the setuid or setgid bit"),
            new Command(
                    "docker-sudo",
                    Pattern.compile(
                            "(^|[;&|(]\\s*|\\s-\\S+\\s+)sudo\\s+[a-z/-]|\\b(install|add)\\b[^;&|\\n]*\\ssudo\\b|NOPASSWD"),
                    "RUN uses, installs or opens sudo"),
            new Command(
                    "docker-password-in-run",
                    Pattern.compile(
                            "\\becho\\s+(-\\S+\\s+)*[\"']?[a-z_][a-z0-9_-]*:[^\\s\"'$]{3,}[\"']?\\s*\\|\\s*(sudo\\s+)?chpasswd|\\bpasswd\\b[^;&|\\n]*--stdin|\\buseradd\\b[^;&|\\n]*\\s(-p|--password)[ =]"),
                    "RUN gives an account a password that everybody with the image knows"));

    private static final Pattern SECRET_FILE = Pattern.compile(
            "(^|/)(\\.env(\\.(prod|production|local|staging))?|id_(rsa|dsa|ecdsa|ed25519)|\\.npmrc|\\.pypirc|\\.netrc|\\.git-credentials|\\.pgpass|\\.aws(/credentials)?|\\.ssh|\\.dockercfg|kubeconfig|[^/]*\\.(p12|pfx|jks|keystore)|[^/]*(private|secret|server|tls|key)[^/]*\\.(pem|key))$");
    private static final Pattern DEBUG = Pattern.compile(
            "agentlib:jdwp=[^\\s\"']*address=(\\*|0\\.0\\.0\\.0|[0-9]+\\b)|(^|\\s)(FLASK_DEBUG|DJANGO_DEBUG|APP_DEBUG)[= ][\"']?(1|true)|(^|\\s)FLASK_ENV[= ][\"']?development");
    private static final Set<String> ADMIN_PORTS = Set.of("22", "23", "2375", "3389", "5900");

    private final String path;
    private final Dockerfile file;
    private final Report report;

    private DockerfileRules(String path, Dockerfile file, Report report) {
        this.path = path;
        this.file = file;
        this.report = report;
    }

    static void check(String path, Dockerfile file, Report report) {
        DockerfileRules rules = new DockerfileRules(path, file, report);
        file.instructions().forEach(rules::instruction);
        rules.images();
        rules.user();
    }

    private void add(String rule, int line, String object, String message) {
        report.add(rule, Location.line(path, line), object, message);
    }

    private void instruction(Instruction instruction) {
        switch (instruction.name()) {
            case "RUN" -> run(instruction);
            case "ADD", "COPY" -> copy(instruction);
            case "ENV", "ARG" -> variables(instruction);
            case "EXPOSE" -> expose(instruction);
            case "CMD", "ENTRYPOINT" -> debug(instruction);
            default -> {
                // Says nothing of safety
            }
        }
    }

    private void run(Instruction run) {
        String all = run.text() + "\n" + run.heredoc();
        String text = all.substring(0, Math.min(all.length(), LONGEST));
        for (Command command : COMMANDS) {
            if (command.pattern().matcher(text).find() && !local(command, text)) {
                add(command.rule(), run.line(), stage(run), command.message());
            }
        }
        for (String word : run.words()) {
            if (word.equals("--security=insecure") || word.equals("--network=host")) {
                add(
                        "docker-insecure-build",
                        run.line(),
                        stage(run),
                        "RUN " + word + " runs this command with the rights of the host");
            }
        }
    }

    private static boolean local(Command command, String text) {
        return command.rule().equals("docker-plain-http")
                && (text.contains("http://localhost") || text.contains("http://127.0.0.1"));
    }

    private void copy(Instruction copy) {
        List<String> words = Dockerfile.words(copy.withoutFlags()
                .replace("[", " ")
                .replace("]", " ")
                .replace("\"", " ")
                .replace(",", " "));
        boolean checked = copy.text().contains("--checksum=");
        boolean fromStage = copy.text().contains("--from=");
        for (String source : words.subList(0, Math.max(0, words.size() - 1))) {
            String lower = source.toLowerCase(Locale.ROOT);
            boolean url = lower.startsWith("http://") || lower.startsWith("https://");
            if (copy.name().equals("ADD") && url && !checked) {
                add("docker-add-url", copy.line(), stage(copy), "ADD takes " + source + " whatever is there that day");
            } else if (!fromStage
                    && !url
                    && SECRET_FILE.matcher(lower).find()
                    && !lower.contains("public")
                    && !lower.contains("example")) {
                add(
                        "docker-copied-secret",
                        copy.line(),
                        source,
                        copy.name() + " puts " + source + " into the image, for everybody who has it");
            }
        }
    }

    private void variables(Instruction instruction) {
        for (String[] pair : Dockerfile.pairs(instruction.text())) {
            boolean secret = Literals.secretName(pair[0]);
            if (secret && Literals.literal(pair[1])) {
                add(
                        "docker-secret-in-env",
                        instruction.line(),
                        pair[0],
                        "%s %s has its value in the file, and in the image".formatted(instruction.name(), pair[0]));
            } else if (secret && instruction.name().equals("ARG") && pair[1].isEmpty()) {
                add(
                        "docker-secret-in-arg",
                        instruction.line(),
                        pair[0],
                        "ARG %s stays in the history of the image".formatted(pair[0]));
            }
        }
        debug(instruction);
        if (NO_TLS.matcher(instruction.text()).find()) {
            add(
                    "docker-tls-off",
                    instruction.line(),
                    stage(instruction),
                    instruction.name() + " turns the check of certificates off");
        }
    }

    private static final Pattern NO_TLS = Pattern.compile(
            "(NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY)[= ][\"']?0|GIT_SSL_NO_VERIFY[= ][\"']?(1|true)");

    private void debug(Instruction instruction) {
        Matcher matcher = DEBUG.matcher(instruction.text());
        if (matcher.find() && inFinalStage(instruction)) {
            add(
                    "docker-debugger",
                    instruction.line(),
                    stage(instruction),
                    "%s turns debugging on".formatted(instruction.name()));
        }
    }

    private void expose(Instruction expose) {
        for (String word : expose.words()) {
            String port = word.contains("/") ? word.substring(0, word.indexOf('/')) : word;
            if (ADMIN_PORTS.contains(port)) {
                add(
                        "docker-admin-port",
                        expose.line(),
                        port,
                        "EXPOSE %s offers a way to log in to the container".formatted(port));
            }
        }
    }

    private void images() {
        List<String> names = new ArrayList<>();
        for (Stage stage : file.stages()) {
            boolean other = names.contains(stage.image().toLowerCase(Locale.ROOT));
            if (!other && Images.latest(stage.image())) {
                add(
                        "docker-latest-image",
                        stage.line(),
                        stage.image(),
                        "FROM %s takes whatever is newest that day".formatted(stage.image()));
            } else if (!other && Images.known(stage.image()) && !Images.pinned(stage.image())) {
                add(
                        "docker-image-without-digest",
                        stage.line(),
                        stage.image(),
                        "FROM %s may be another image tomorrow: it has no digest".formatted(stage.image()));
            }
            names.add(stage.name());
        }
    }

    /** Only the last stage is run; where it begins from another one, that one's user is its own. */
    private void user() {
        if (file.stages().isEmpty()) {
            return;
        }
        int stage = file.stages().size() - 1;
        Optional<Instruction> user = lastUser(stage);
        Stage last = file.stages().get(stage);
        for (int steps = 0; user.isEmpty() && steps < file.stages().size(); steps++) {
            int base = stageCalled(file.stages().get(stage).image(), stage);
            if (base < 0) {
                break;
            }
            stage = base;
            user = lastUser(stage);
        }
        String image = file.stages().get(stage).image().toLowerCase(Locale.ROOT);
        if (user.isPresent()) {
            String name = user.get().text().strip();
            String plain = name.contains(":") && !name.startsWith("$") ? name.substring(0, name.indexOf(':')) : name;
            if (plain.equals("root") || plain.equals("0")) {
                add(
                        "docker-root-user",
                        user.get().line(),
                        "user",
                        "USER %s: what runs in the container is root".formatted(name));
            }
        } else if (!image.contains("nonroot")
                && !image.contains("rootless")
                && !image.contains("unprivileged")
                && !image.contains("$")) {
            add(
                    "docker-root-user",
                    last.line(),
                    "user",
                    "There is no USER in the last stage: what runs in the container is root");
        }
    }

    private Optional<Instruction> lastUser(int stage) {
        return file.instructions().stream()
                .filter(instruction ->
                        instruction.stage() == stage && instruction.name().equals("USER"))
                .reduce((first, second) -> second);
    }

    private int stageCalled(String name, int before) {
        for (int i = 0; i < before; i++) {
            if (!file.stages().get(i).name().isEmpty()
                    && file.stages().get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    private boolean inFinalStage(Instruction instruction) {
        return instruction.stage() == file.stages().size() - 1;
    }

    private String stage(Instruction instruction) {
        if (instruction.stage() < 0) {
            return instruction.name();
        }
        Stage stage = file.stages().get(instruction.stage());
        return instruction.name() + " in " + (stage.name().isEmpty() ? stage.image() : stage.name());
    }
}

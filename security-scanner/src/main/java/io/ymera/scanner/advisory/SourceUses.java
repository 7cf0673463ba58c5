package io.ymera.scanner.advisory;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.ymera.scanner.dependency.Component;
import io.ymera.scanner.dependency.Ecosystem;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.source.SourceFile;
import io.ymera.scanner.source.SourceTree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for imports and calls in the text of source files, line by line. It errs towards use: what looks like an import is one, wherever it
 * stands. That something is not used is only said if all files of the language were looked at and none of them loads modules by computed names.
 */
public final class SourceUses implements Uses {

    private static final int MOST_FILES = 50_000;
    private static final long MOST_CHARS = 100_000_000;
    private static final int LONGEST_LINE = 5000;
    private static final int MOST_PLACES = 5;

    private static final Map<Ecosystem, Set<String>> EXTENSIONS = Map.of(
            Ecosystem.GO, Set.of("go"),
            Ecosystem.PYPI, Set.of("py", "pyw", "pyi", "pyx", "ipynb"),
            Ecosystem.NPM,
                    Set.of("js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "vue", "svelte", "astro", "html"),
            Ecosystem.CRATES, Set.of("rs"),
            Ecosystem.MAVEN, Set.of("java", "kt", "kts", "groovy", "scala", "xml", "jsp", "properties"));

    /** Loading by a name that is only known when it runs. */
    private static final Map<Ecosystem, Pattern> DYNAMIC = Map.of(
            Ecosystem.PYPI, Pattern.compile("(?:import_module|__import__)\\s*\\(\\s*[^\"'\\s)]"),
            Ecosystem.NPM, Pattern.compile("(?:require|import)\\s*\\(\\s*[^\"'`\\s)]"),
            Ecosystem.MAVEN, Pattern.compile("(?:Class\\.forName|loadClass)\\s*\\(\\s*[^\")\\s]"));

    private final SourceTree tree;
    private final Map<Ecosystem, Code> read = new EnumMap<>(Ecosystem.class);
    private final boolean vendored;

    /** Reads nothing until it is asked. */
    public SourceUses(SourceTree tree) {
        this.tree = tree;
        this.vendored = tree.paths().contains("vendor/modules.txt");
    }

    @Override
    public Use of(Component component, List<Advisory.Symbols> symbols) {
        Code code = read.computeIfAbsent(component.ecosystem(), this::read);
        Search search = new Search(component, symbols, code.complete && !code.files.isEmpty());
        for (SourceFile file : code.files) {
            // Its own copy uses itself
            if (!file.path().startsWith("vendor/" + component.name() + "/")) {
                search.look(file);
            }
        }
        return search.use(component.ecosystem() == Ecosystem.GO && vendored);
    }

    private Code read(Ecosystem ecosystem) {
        Set<String> extensions = EXTENSIONS.getOrDefault(ecosystem, Set.of());
        Pattern dynamic = DYNAMIC.get(ecosystem);
        List<SourceFile> files = new ArrayList<>();
        boolean complete = true;
        long chars = 0;
        for (String path : tree.paths()) {
            String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (!extensions.contains(extension)) {
                continue;
            }
            Optional<SourceFile> file = tree.read(path);
            chars += file.map(one -> (long) one.text().length()).orElse(0L);
            if (files.size() >= MOST_FILES || chars > MOST_CHARS) {
                return new Code(files, false);
            }
            complete &= file.isPresent()
                    && (dynamic == null || !dynamic.matcher(file.get().text()).find());
            file.ifPresent(files::add);
        }
        return new Code(files, complete);
    }

    /**
     * The source files of one ecosystem.
     *
     * @param complete whether these are all, and what they import can be read from them
     */
    private record Code(List<SourceFile> files, boolean complete) {}

    /** For the parts of one component. */
    private static final class Search {
        private final Ecosystem ecosystem;
        private final List<Part> parts = new ArrayList<>();
        private final List<Location> calls = new ArrayList<>();
        private final List<Location> imports = new ArrayList<>();
        private final List<Location> named = new ArrayList<>();
        private boolean complete;

        Search(Component component, List<Advisory.Symbols> symbols, boolean complete) {
            this.ecosystem = component.ecosystem();
            this.complete = complete;
            for (Advisory.Symbols one : symbols) {
                parts.add(new Part(component, one));
            }
        }

        void look(SourceFile file) {
            if (parts.stream().noneMatch(part -> part.mayBeIn(file.text()))) {
                return;
            }
            List<String> lines = file.text().lines().toList();
            List<List<String>> aliases = new ArrayList<>();
            for (Part part : parts) {
                List<String> found = new ArrayList<>();
                for (int i = 0; i < lines.size(); i++) {
                    String line = lines.get(i);
                    if (line.length() > LONGEST_LINE) {
                        complete = false;
                        continue;
                    }
                    if (!comment(line) && part.imports(line, found)) {
                        place(imports, file, i);
                    }
                }
                aliases.add(found);
            }
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.length() > LONGEST_LINE || comment(line)) {
                    continue;
                }
                for (int p = 0; p < parts.size(); p++) {
                    switch (parts.get(p).calls(line, aliases.get(p))) {
                        case CALLED -> place(calls, file, i);
                        case IMPORTED -> place(named, file, i);
                        default -> {}
                    }
                }
            }
        }

        private boolean comment(String line) {
            String plain = line.stripLeading();
            return ecosystem == Ecosystem.PYPI
                    ? plain.startsWith("#")
                    : plain.startsWith("//") || plain.startsWith("* ");
        }

        private static void place(List<Location> into, SourceFile file, int index) {
            if (into.size() < MOST_PLACES) {
                into.add(Location.line(file.path(), index + 1));
            }
        }

        Use use(boolean whole) {
            if (!calls.isEmpty()) {
                return new Use(State.CALLED, calls, whole);
            }
            boolean all = parts.stream().anyMatch(part -> part.names.isEmpty());
            if (!imports.isEmpty() && (all || !named.isEmpty() || !complete)) {
                return new Use(State.IMPORTED, imports, whole);
            }
            if (!complete) {
                return new Use(State.UNKNOWN, List.of(), false);
            }
            // A method may be called where the module is not imported, on a value that came from elsewhere
            return new Use(imports.isEmpty() ? State.ABSENT : State.UNCALLED, imports, whole);
        }
    }

    /** One module and its vulnerable functions. */
    private static final class Part {
        private final Ecosystem ecosystem;
        private final String module;
        private final List<String> names;
        private final Pattern importing;
        private final @Nullable Pattern wildcard;

        Part(Component component, Advisory.Symbols symbols) {
            this.ecosystem = component.ecosystem();
            this.module = ecosystem == Ecosystem.CRATES
                    ? component.name().replace('-', '_')
                    : ecosystem == Ecosystem.NPM ? component.name() : symbols.module();
            this.names = symbols.names();
            String quoted = Pattern.quote(module);
            this.importing = Pattern.compile(
                    switch (ecosystem) {
                        case GO -> "^\\s*(?:import\\s+)?(?:([\\w.]+)\\s+)?[\"`]" + quoted + "[\"`]";
                        case PYPI ->
                            "(?:^|[;:\\s\"'.(=,])(?:import\\s+(?:[\\w.]+(?:\\s+as\\s+\\w+)?\\s*,\\s*)*" + quoted
                                    + "(?:\\.[\\w.]+)?(?:\\s+as\\s+(\\w+))?(?:\\s|,|;|\\\\|$)|from\\s+" + quoted
                                    + "(?:\\.[\\w.]+)?\\s+import\\b(.*)|(?:import_module|__import__)\\s*\\(\\s*[\"']"
                                    + quoted + "[\"'.])";
                        case NPM ->
                            "(?:([\\w$]+)\\s*=\\s*(?:await\\s+)?require\\(\\s*|([\\w$]+)\\s+from\\s+|require\\(\\s*|import\\s*\\(?\\s*|from\\s+|src=)[\"'`](?:node_modules/|\\./node_modules/)?"
                                    + quoted + "(?:/[^\"'`]*)?[\"'`]";
                        case CRATES -> "(?:^|[^\\w])" + quoted + "(?:[^\\w]|$)";
                        case MAVEN -> "(?:^|[^\\w.])" + quoted + "(?:[^\\w]|$)";
                    });
            int dot = module.lastIndexOf('.');
            this.wildcard = ecosystem == Ecosystem.MAVEN && dot > 0
                    ? Pattern.compile(
                            "import\\s+(?:static\\s+)?" + Pattern.quote(module.substring(0, dot)) + "\\.(?:\\*|_)")
                    : null;
        }

        /** Cheap, and true for all files that matter. */
        boolean mayBeIn(String text) {
            int dot = module.lastIndexOf('.');
            String sought = ecosystem == Ecosystem.MAVEN && dot > 0 ? module.substring(0, dot) : module;
            return text.contains(sought) || names.stream().anyMatch(name -> text.contains(last(name, '.')));
        }

        /** Whether the line imports it; by what names it is then called is added to {@code aliases}. */
        boolean imports(String line, List<String> aliases) {
            Matcher matcher = importing.matcher(line);
            if (!matcher.find()) {
                return wildcard != null && wildcard.matcher(line).find() && aliases.add(last(module, '.'));
            }
            switch (ecosystem) {
                case GO -> {
                    String alias = matcher.group(1);
                    boolean plain = alias == null || alias.equals("import");
                    String path = last(module, '/');
                    // The last part may be a version, and the package is then named by the one before
                    boolean version = path.length() > 1 && path.charAt(0) == 'v' && Character.isDigit(path.charAt(1));
                    int slash = module.lastIndexOf('/');
                    String named = version && slash > 0 ? last(module.substring(0, slash), '/') : path;
                    // gopkg.in/yaml.v2 is package yaml
                    int suffix = named.lastIndexOf(".v");
                    named = suffix > 0 ? named.substring(0, suffix) : named;
                    aliases.add(plain ? named.replace("go-", "") : alias);
                    if (plain) {
                        aliases.add(named);
                    }
                }
                case PYPI -> {
                    if (matcher.group(2) != null) {
                        for (String one : matcher.group(2)
                                .replace("(", "")
                                .replace(")", "")
                                .split(",", 100)) {
                            String[] words = one.strip().split("\\s+", 4);
                            aliases.add(words[0] + "=" + words[words.length - 1]);
                        }
                    } else {
                        aliases.add(matcher.group(1) == null ? module : matcher.group(1));
                    }
                }
                case NPM -> {
                    String alias = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                    aliases.add(alias == null ? "" : alias);
                }
                case CRATES, MAVEN -> aliases.add(last(module, '.'));
            }
            return true;
        }

        /** CALLED if the line calls a vulnerable function; IMPORTED if it may, by the name alone. */
        State calls(String line, List<String> aliases) {
            State state = State.ABSENT;
            for (String name : names) {
                String simple = last(name, '.');
                if (simple.isEmpty()) {
                    continue;
                }
                for (String alias : aliases) {
                    if (calls(line, alias, name, simple)) {
                        return State.CALLED;
                    }
                }
                if (word(line, simple)) {
                    state = State.IMPORTED;
                }
            }
            return state;
        }

        private boolean calls(String line, String alias, String name, String simple) {
            return switch (ecosystem) {
                case GO -> {
                    // A method's receiver has a type that no text tells
                    boolean method = name.indexOf('.') > 0;
                    yield !method && call(line, alias.equals(".") ? simple : alias + "." + simple);
                }
                case PYPI -> {
                    int equal = alias.indexOf('=');
                    boolean imported = equal > 0 && alias.substring(0, equal).equals(simple);
                    yield equal > 0
                            ? imported && call(line, alias.substring(equal + 1))
                            : call(line, alias + "." + name) || call(line, alias + "." + simple);
                }
                case NPM -> call(line, alias.isEmpty() ? simple : alias + "." + simple);
                case CRATES ->
                    call(line, module + "::" + name.replace(".", "::"))
                            || (name.contains(".") && call(line, lastTwo(name).replace(".", "::")));
                case MAVEN -> call(line, alias + "." + simple) || call(line, "new " + simple);
            };
        }

        private static String lastTwo(String name) {
            int before = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
            return name.substring(before + 1);
        }

        /** The text as a word of its own with a bracket behind it. */
        private static boolean call(String line, String text) {
            for (int at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
                int end = at + text.length();
                while (end < line.length() && line.charAt(end) == ' ') {
                    end++;
                }
                boolean starts = at == 0 || !Character.isJavaIdentifierPart(line.charAt(at - 1));
                if (starts && end < line.length() && (line.charAt(end) == '(' || line.charAt(end) == '[')) {
                    return true;
                }
            }
            return false;
        }

        private static boolean word(String line, String text) {
            for (int at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
                int end = at + text.length();
                boolean starts = at == 0 || !Character.isJavaIdentifierPart(line.charAt(at - 1));
                if (starts && (end == line.length() || !Character.isJavaIdentifierPart(line.charAt(end)))) {
                    return true;
                }
            }
            return false;
        }

        private static String last(String text, char separator) {
            return text.substring(text.lastIndexOf(separator) + 1);
        }
    }
}

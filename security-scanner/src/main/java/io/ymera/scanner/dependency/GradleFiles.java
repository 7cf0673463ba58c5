package io.ymera.scanner.dependency;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.ymera.scanner.finding.Location;
import io.ymera.scanner.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gradle. A build file is a program; of it only the lines are read that name dependencies in the usual ways, with the variables that plain lines set.
 * Version catalogues and {@code gradle.lockfile} are read in full.
 */
final class GradleFiles implements Format {

    private static final int LONGEST_LINE = 2000;

    private static final Pattern CALL =
            Pattern.compile("^\\s*(?:add\\s*\\(\\s*)?[\"']?([A-Za-z_][\\w]*)[\"']?\\s*[(\\s,]\\s*(.*)$");
    private static final Pattern COORDINATES =
            Pattern.compile("[\"']([\\w.\\-]+):([\\w.\\-]+)(?::([^\"':@]+))?(?::[^\"'@]+)?(?:@\\w+)?[\"']");
    private static final Pattern MAP =
            Pattern.compile("(group|name|version)\\s*[:=]\\s*(?:[\"']([^\"']+)[\"']|([\\w.]+))");
    private static final Pattern CATALOGUE = Pattern.compile("\\b(libs|[a-z]\\w*[lL]ibs)\\.([A-Za-z][\\w.]*)");
    private static final Pattern VARIABLE = Pattern.compile(
            "^\\s*(?:def|val|var|const val|ext\\.|set\\()?\\s*[\"']?([A-Za-z_][\\w.]*)[\"']?\\s*(?::\\s*String\\s*)?[=,]\\s*[\"']([\\w.\\-+]+)[\"']");

    private final Map<String, SourceFile> builds = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> properties = new HashMap<>();
    private final Map<String, Map<String, List<String>>> catalogues = new LinkedHashMap<>();

    private int unknownReferences;

    @Override
    public boolean reads(String name) {
        return name.equals("build.gradle")
                || name.equals("build.gradle.kts")
                || name.equals("gradle.properties")
                || name.equals("gradle.lockfile")
                || name.endsWith(".versions.toml");
    }

    @Override
    public void read(SourceFile file, Gathered into) {
        if (file.name().equals("gradle.lockfile")) {
            lock(file, into);
        } else if (file.name().equals("gradle.properties")) {
            properties.put(Gathered.folder(file.path()), properties(file));
        } else if (file.name().endsWith(".versions.toml")) {
            String name = file.name().substring(0, file.name().indexOf('.'));
            catalogues.put(name, catalogue(TreeReader.toml(file.text())));
        } else {
            builds.put(file.path(), file);
        }
    }

    /** One {@code group:artifact:version=configuration,configuration} on each line. */
    private static void lock(SourceFile file, Gathered into) {
        Graph graph = new Graph(false);
        Map<String, String> ids = new HashMap<>();
        int number = 0;
        for (String line : (Iterable<String>) file.text().lines()::iterator) {
            number++;
            String plain = line.strip();
            int equal = plain.indexOf('=');
            String[] parts = plain.substring(0, Math.max(0, equal)).split(":", 5);
            if (plain.startsWith("#") || parts.length != 3 || plain.length() > LONGEST_LINE * 5) {
                continue;
            }
            String name = parts[0] + ":" + parts[1];
            String id = name + ":" + parts[2];
            Graph.Node node = graph.node(id, name, parts[2], Gathered.at(file.path(), number));
            node.hint = configurations(plain.substring(equal + 1));
            ids.putIfAbsent(name, id);
        }
        into.locks.add(new Lock(
                file.path(),
                Ecosystem.MAVEN,
                Set.of("build.gradle", "build.gradle.kts"),
                graph,
                (folder, declared) ->
                        folder.isEmpty() ? Optional.ofNullable(ids.get(declared.name())) : Optional.empty()));
    }

    private static Scope configurations(String names) {
        Scope scope = Scope.TEST;
        for (String name : names.split(",", 500)) {
            scope = scope.or(configuration(name.strip()));
        }
        return scope;
    }

    private static Scope configuration(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("test")) {
            return Scope.TEST;
        }
        if (lower.contains("annotationprocessor")
                || lower.startsWith("kapt")
                || lower.startsWith("ksp")
                || lower.equals("classpath")) {
            return Scope.DEV;
        }
        if (lower.startsWith("compileonly")) {
            return Scope.OPTIONAL;
        }
        return lower.endsWith("classpath") || asks(lower) ? Scope.RUNTIME : Scope.DEV;
    }

    private static boolean asks(String lower) {
        return lower.endsWith("implementation")
                || lower.endsWith("api")
                || lower.endsWith("runtimeonly")
                || lower.equals("compile")
                || lower.equals("runtime")
                || lower.endsWith("compileonly")
                || lower.endsWith("annotationprocessor")
                || lower.equals("classpath")
                || lower.equals("kapt")
                || lower.equals("ksp")
                || lower.endsWith("testcompile");
    }

    private static Map<String, String> properties(SourceFile file) {
        Map<String, String> properties = new HashMap<>();
        file.text().lines().filter(line -> line.length() <= LONGEST_LINE).forEach(line -> {
            int equal = line.indexOf('=');
            if (equal > 0 && !line.startsWith("#")) {
                properties.put(
                        line.substring(0, equal).strip(),
                        line.substring(equal + 1).strip());
            }
        });
        return properties;
    }

    /** Aliases with dots, as build files write them, to {@code group:artifact:version}; bundles to several. */
    private static Map<String, List<String>> catalogue(Tree toml) {
        Map<String, List<String>> entries = new HashMap<>();
        for (Tree library : toml.at("libraries").members().values()) {
            String module = library.text().isEmpty() ? library.text("module") : library.text();
            if (module.isEmpty()) {
                module = library.text("group") + ":" + library.text("name");
            }
            Tree version = library.at("version");
            Tree shared = toml.at("versions", version.text("ref"));
            String number = version.text().isEmpty() ? rich(version) : version.text();
            if (!version.text("ref").isEmpty()) {
                number = shared.text().isEmpty() ? rich(shared) : shared.text();
            }
            entries.put(alias(library.name()), List.of(number.isEmpty() ? module : module + ":" + number));
        }
        for (Tree bundle : toml.at("bundles").members().values()) {
            List<String> all = new ArrayList<>();
            bundle.items().forEach(item -> all.addAll(entries.getOrDefault(alias(item.text()), List.of())));
            entries.put("bundles." + alias(bundle.name()), all);
        }
        return entries;
    }

    private static String rich(Tree version) {
        return version.text("strictly").isEmpty()
                ? version.text("require").isEmpty() ? version.text("prefer") : version.text("require")
                : version.text("strictly");
    }

    private static String alias(String name) {
        return name.replace('-', '.').replace('_', '.');
    }

    @Override
    public void finish(Gathered into) {
        for (Map.Entry<String, SourceFile> one : builds.entrySet()) {
            build(one.getKey(), one.getValue(), into);
        }
    }

    private void build(String path, SourceFile file, Gathered into) {
        Map<String, String> variables = new HashMap<>();
        String folder = Gathered.folder(path);
        // From the root down, so that the nearest wins
        variables.putAll(properties.getOrDefault("", Map.of()));
        variables.putAll(properties.getOrDefault(folder, Map.of()));
        for (String root : List.of("build.gradle", "build.gradle.kts")) {
            SourceFile above = builds.get(root);
            if (above != null) {
                variables(above, variables);
            }
        }
        variables(file, variables);
        List<Declared> declared = new ArrayList<>();
        int before = unknownReferences;
        int number = 0;
        for (String line : (Iterable<String>) file.text().lines()::iterator) {
            number++;
            String plain = line.strip();
            if (plain.length() > LONGEST_LINE || plain.startsWith("//") || plain.startsWith("*")) {
                continue;
            }
            int block = plain.indexOf("dependencies {");
            line(block < 0 ? plain : plain.substring(block + 14), Gathered.at(path, number), variables, declared);
        }
        if (unknownReferences > before) {
            into.note(
                    path,
                    "%d of its dependencies are from version catalogues that are not in the tree"
                            .formatted(unknownReferences - before));
        }
        if (!declared.isEmpty()) {
            into.manifests.add(new Manifest(path, Ecosystem.MAVEN, "", null, null, declared));
        }
    }

    private static void variables(SourceFile file, Map<String, String> into) {
        file.text().lines().filter(line -> line.length() <= LONGEST_LINE).forEach(line -> {
            Matcher matcher = VARIABLE.matcher(line);
            if (matcher.find()) {
                String name = matcher.group(1);
                into.put(name.startsWith("ext.") ? name.substring(4) : name, matcher.group(2));
            }
        });
    }

    private void line(String line, Location location, Map<String, String> variables, List<Declared> into) {
        Matcher call = CALL.matcher(line);
        if (!call.matches() || !asks(call.group(1).toLowerCase(Locale.ROOT))) {
            return;
        }
        Scope scope = configuration(call.group(1));
        String rest = call.group(2);
        if (rest.startsWith("project(") || rest.startsWith("files(") || rest.startsWith("fileTree(")) {
            return;
        }
        Matcher coordinates = COORDINATES.matcher(rest);
        Matcher reference = CATALOGUE.matcher(rest);
        if (coordinates.find()) {
            String version = coordinates.group(3);
            String name = coordinates.group(1) + ":" + coordinates.group(2);
            add(name, version == null ? "" : filled(version, variables), scope, location, into);
        } else if (rest.contains("name")) {
            Map<String, String> members = new HashMap<>();
            for (Matcher map = MAP.matcher(rest); map.find(); ) {
                String plain = map.group(2);
                members.put(map.group(1), plain == null ? "$" + map.group(3) : plain);
            }
            if (members.containsKey("group") && members.containsKey("name")) {
                String name = members.get("group") + ":" + members.get("name");
                add(name, filled(members.getOrDefault("version", ""), variables), scope, location, into);
            }
        } else if (reference.find()) {
            Map<String, List<String>> catalogue = catalogues.getOrDefault(reference.group(1), Map.of());
            unknownReferences += catalogue.containsKey(reference.group(2)) ? 0 : 1;
            for (String one : catalogue.getOrDefault(reference.group(2), List.of())) {
                String[] parts = one.split(":", 3);
                if (parts.length >= 2) {
                    add(parts[0] + ":" + parts[1], parts.length > 2 ? parts[2] : "", scope, location, into);
                }
            }
        }
    }

    private static String filled(String version, Map<String, String> variables) {
        String text = version.strip();
        if (!text.startsWith("$")) {
            return text;
        }
        String name = text.replace("$", "").replace("{", "").replace("}", "").replace("\"", "");
        for (String prefix : List.of("rootProject.", "project.", "ext.", "libs.versions.")) {
            name = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        }
        return variables.getOrDefault(name, text);
    }

    private static void add(String name, String version, Scope scope, Location location, List<Declared> into) {
        into.add(new Declared(name, name, version, exact(version), scope, location));
    }

    private static @Nullable String exact(String version) {
        boolean open = version.isEmpty()
                || version.endsWith("+")
                || version.startsWith("latest.")
                || version.contains("$")
                || "[(]".indexOf(version.charAt(0)) >= 0;
        String plain = version.contains("!!") ? version.substring(0, version.indexOf("!!")) : version;
        return open ? null : plain;
    }
}

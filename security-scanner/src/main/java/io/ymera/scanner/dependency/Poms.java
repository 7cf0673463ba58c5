package io.ymera.scanner.dependency;

import io.ymera.scanner.finding.Note;
import io.ymera.scanner.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code pom.xml}. Parents and imported BOMs are followed as far as they are in the tree; a version that comes from elsewhere is not known. What a
 * dependency needs in turn is in no pom of the tree.
 */
final class Poms implements Format {

    /** Deeper inheritance is a circle, or none that a person wrote. */
    private static final int DEEPEST = 50;

    private static final int LONGEST_VALUE = 2000;

    private final Map<String, Tree> poms = new LinkedHashMap<>();
    private final Map<String, String> byCoordinates = new HashMap<>();

    @Override
    public boolean reads(String name) {
        return name.equals("pom.xml");
    }

    @Override
    public void read(SourceFile file, Gathered into) {
        Tree xml = TreeReader.xml(file.text());
        if (xml.name().equals("project")) {
            poms.put(file.path(), xml);
        }
    }

    @Override
    public void finish(Gathered into) {
        Set<String> own = new HashSet<>();
        poms.forEach((path, pom) -> {
            String group = pom.text("groupId").isEmpty() ? pom.at("parent").text("groupId") : pom.text("groupId");
            own.add(group + ":" + pom.text("artifactId"));
            byCoordinates.putIfAbsent(group + ":" + pom.text("artifactId"), path);
        });
        boolean any = false;
        for (Map.Entry<String, Tree> one : poms.entrySet()) {
            any |= manifest(one.getKey(), one.getValue(), own, into);
        }
        if (any) {
            into.notes.add(new Note(
                    null, "What the dependencies of Maven projects need in turn is in no pom.xml and not looked at"));
        }
    }

    private boolean manifest(String path, Tree pom, Set<String> own, Gathered into) {
        List<Tree> line = lineage(path, into);
        Map<String, String> properties = properties(line);
        Map<String, Tree> managed = managed(line, properties, 0, new HashSet<>(Set.of(path)), into);
        Map<String, Declared> declared = new LinkedHashMap<>();
        int outside = 0;
        // What a parent adds to its children is declared where it stands, once
        declare(pom, path, properties, managed, own, declared);
        for (Tree profile : pom.at("profiles").all("profile")) {
            Map<String, String> inProfile = new HashMap<>(properties);
            profile.at("properties").items().forEach(one -> inProfile.put(one.name(), one.text()));
            declare(profile, path, inProfile, managed, own, declared);
        }
        for (Declared one : declared.values()) {
            outside += one.version() == null ? 1 : 0;
        }
        if (outside > 0) {
            into.note(
                    path,
                    "The versions of %d of its dependencies are not in the tree (a parent or BOM elsewhere, a range, or a property that nothing sets)"
                            .formatted(outside));
        }
        String group = first(line, "groupId");
        into.manifests.add(new Manifest(
                path,
                Ecosystem.MAVEN,
                fill(group + ":" + pom.text("artifactId"), properties),
                exact(fill(first(line, "version"), properties)),
                licence(line),
                List.copyOf(declared.values())));
        return !declared.isEmpty();
    }

    private static void declare(
            Tree place,
            String path,
            Map<String, String> properties,
            Map<String, Tree> managed,
            Set<String> own,
            Map<String, Declared> into) {
        for (Tree dependency : place.at("dependencies").all("dependency")) {
            String key = fill(dependency.text("groupId"), properties) + ":"
                    + fill(dependency.text("artifactId"), properties);
            if (own.contains(key) || key.contains("${")) {
                continue;
            }
            String kind = key + ":" + dependency.text("type") + ":" + dependency.text("classifier");
            Tree defaults = managed.getOrDefault(kind, managed.getOrDefault(key + "::", Tree.NONE));
            String written =
                    dependency.text("version").isEmpty() ? defaults.text("version") : dependency.text("version");
            String version = fill(written, properties);
            Scope scope = scope(dependency.text("scope").isEmpty() ? defaults.text("scope") : dependency.text("scope"));
            boolean optional = fill(dependency.text("optional"), properties).equals("true");
            into.putIfAbsent(
                    kind,
                    new Declared(
                            key,
                            key,
                            version,
                            exact(version),
                            optional ? Scope.OPTIONAL.within(scope) : scope,
                            Gathered.at(path, dependency.line())));
        }
    }

    private static @Nullable String licence(List<Tree> line) {
        for (Tree pom : line) {
            List<Tree> licences = pom.at("licenses").all("license");
            if (!licences.isEmpty()) {
                return String.join(
                        " OR ", licences.stream().map(one -> one.text("name")).toList());
            }
        }
        return null;
    }

    private static Scope scope(String scope) {
        return switch (scope) {
            case "test" -> Scope.TEST;
            case "provided", "system" -> Scope.OPTIONAL;
            default -> Scope.RUNTIME;
        };
    }

    private static @Nullable String exact(String version) {
        boolean range = version.isEmpty()
                || version.contains("${")
                || "[(".indexOf(version.charAt(0)) >= 0
                || version.equals("LATEST")
                || version.equals("RELEASE");
        return range ? null : version;
    }

    /** The pom, its parent, its parent's parent …, as far as they are in the tree. */
    private List<Tree> lineage(String path, Gathered into) {
        List<Tree> line = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String at = path;
        while (at != null) {
            if (!seen.add(at) || line.size() >= DEEPEST) {
                into.note(path, "Has itself among its parents, or too many of them");
                break;
            }
            Tree pom = poms.getOrDefault(at, Tree.NONE);
            line.add(pom);
            at = parent(at, pom);
        }
        return line;
    }

    private @Nullable String parent(String path, Tree pom) {
        Tree parent = pom.at("parent");
        if (parent.none()) {
            return null;
        }
        String coordinates = parent.text("groupId") + ":" + parent.text("artifactId");
        String relative = pom.at("parent", "relativePath").none() ? "../pom.xml" : parent.text("relativePath");
        String sibling = join(Gathered.folder(path), relative);
        for (String candidate : List.of(sibling, sibling.isEmpty() ? "pom.xml" : sibling + "/pom.xml")) {
            Tree found = poms.getOrDefault(candidate, Tree.NONE);
            String group = found.text("groupId").isEmpty() ? found.at("parent").text("groupId") : found.text("groupId");
            if (!found.none() && coordinates.equals(group + ":" + found.text("artifactId"))) {
                return candidate;
            }
        }
        String known = byCoordinates.get(coordinates);
        return known == null || known.equals(path) ? null : known;
    }

    private static String join(String folder, String relative) {
        List<String> parts = new ArrayList<>();
        for (String part : (folder + relative).split("/", 500)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return "../";
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private static String first(List<Tree> line, String member) {
        for (Tree pom : line) {
            if (!pom.text(member).isEmpty()) {
                return pom.text(member);
            }
        }
        // The parent is not in the tree, but the reference to it says as much
        return line.getLast().at("parent").text(member);
    }

    private static Map<String, String> properties(List<Tree> line) {
        Map<String, String> properties = new HashMap<>();
        for (Tree pom : line) {
            for (Tree property : pom.at("properties").items()) {
                properties.putIfAbsent(property.name(), property.text());
            }
            // Those of a profile that is on by default; of others nobody knows
            for (Tree profile : pom.at("profiles").all("profile")) {
                if (profile.at("activation").is("activeByDefault")) {
                    profile.at("properties").items().forEach(one -> properties.putIfAbsent(one.name(), one.text()));
                }
            }
        }
        for (String prefix : List.of("project.", "pom.", "")) {
            properties.putIfAbsent(prefix + "version", first(line, "version"));
            properties.putIfAbsent(prefix + "groupId", first(line, "groupId"));
            properties.putIfAbsent(prefix + "artifactId", line.getFirst().text("artifactId"));
            properties.putIfAbsent(
                    prefix + "parent.version", line.getFirst().at("parent").text("version"));
            properties.putIfAbsent(
                    prefix + "parent.groupId", line.getFirst().at("parent").text("groupId"));
        }
        return properties;
    }

    /** By {@code group:artifact:type:classifier}; the nearest wins, then the first import. */
    private Map<String, Tree> managed(
            List<Tree> line, Map<String, String> properties, int depth, Set<String> open, Gathered into) {
        Map<String, Tree> managed = new LinkedHashMap<>();
        List<String> imports = new ArrayList<>();
        for (Tree pom : line) {
            for (Tree one : pom.at("dependencyManagement", "dependencies").all("dependency")) {
                String key = fill(one.text("groupId"), properties) + ":" + fill(one.text("artifactId"), properties);
                if (one.text("scope").equals("import")) {
                    imports.add(key);
                } else {
                    managed.putIfAbsent(
                            key + ":" + one.text("type") + ":" + one.text("classifier"), filled(one, properties));
                }
            }
        }
        for (String key : imports) {
            String path = byCoordinates.get(key);
            if (path != null && depth < DEEPEST && open.add(path)) {
                List<Tree> other = lineage(path, into);
                managed(other, properties(other), depth + 1, open, into).forEach(managed::putIfAbsent);
            }
        }
        return managed;
    }

    /** A BOM's properties are its own, so its versions are filled in there. */
    private static Tree filled(Tree dependency, Map<String, String> properties) {
        Map<String, Tree> members = new HashMap<>(dependency.members());
        Tree version = dependency.at("version");
        members.put("version", Tree.scalar("version", fill(version.text(), properties), version.line()));
        return new Tree(dependency.name(), "", members, List.of(), dependency.line());
    }

    /** Properties within properties too; one that needs itself, or is not known, stays as it is. */
    static String fill(String text, Map<String, String> properties) {
        String filled = text;
        for (int i = 0; i < DEEPEST; i++) {
            int start = filled.lastIndexOf("${");
            int end = start < 0 ? -1 : filled.indexOf('}', start);
            String value = end < 0 ? null : properties.get(filled.substring(start + 2, end));
            if (value == null || value.contains("${" + filled.substring(start + 2, end) + "}")) {
                return filled;
            }
            if (filled.length() + value.length() > LONGEST_VALUE) {
                return text;
            }
            filled = filled.substring(0, start) + value + filled.substring(end + 1);
        }
        return text;
    }
}

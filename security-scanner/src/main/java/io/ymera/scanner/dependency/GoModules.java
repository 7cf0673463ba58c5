package io.ymera.scanner.dependency;

import io.ymera.scanner.finding.Location;
import io.ymera.scanner.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code go.mod}, whose versions are the ones in use since Go 1.17 lists indirect ones too, and {@code go.sum} for the hashes. Replaced modules
 * are taken as what replaces them.
 */
final class GoModules implements Format {

    private record Required(String name, String version, boolean indirect, int line) {}

    private record Replaced(String name, String version, String newName, String newVersion) {}

    private record Module(
            String path, String name, List<Required> required, List<Replaced> replaced, Set<String> tools) {}

    private final Map<String, Module> modules = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> sums = new HashMap<>();

    @Override
    public boolean reads(String name) {
        return name.equals("go.mod") || name.equals("go.sum");
    }

    @Override
    public void read(SourceFile file, Gathered into) {
        if (file.name().equals("go.mod")) {
            modules.put(Gathered.folder(file.path()), mod(file));
        } else {
            sums.put(Gathered.folder(file.path()), sum(file));
        }
    }

    private static Module mod(SourceFile file) {
        List<Required> required = new ArrayList<>();
        List<Replaced> replaced = new ArrayList<>();
        Set<String> tools = new LinkedHashSet<>();
        String name = "";
        String block = "";
        int number = 0;
        for (String line : (Iterable<String>) file.text().lines()::iterator) {
            number++;
            if (line.length() > 5000) {
                continue;
            }
            int comment = line.indexOf("//");
            String said = comment < 0 ? "" : line.substring(comment + 2).strip();
            List<String> words = words(comment < 0 ? line : line.substring(0, comment));
            if (words.isEmpty()) {
                continue;
            }
            if (block.isEmpty() && words.size() == 2 && words.get(1).equals("(")) {
                block = words.getFirst();
                continue;
            }
            if (words.getFirst().equals(")")) {
                block = "";
                continue;
            }
            String verb = block.isEmpty() ? words.removeFirst() : block;
            if (verb.equals("module") && !words.isEmpty()) {
                name = words.getFirst();
            } else if (verb.equals("require") && words.size() >= 2) {
                boolean indirect = said.equals("indirect") || said.startsWith("indirect;");
                required.add(new Required(words.get(0), words.get(1), indirect, number));
            } else if (verb.equals("tool") && !words.isEmpty()) {
                tools.add(words.getFirst());
            } else if (verb.equals("replace")) {
                int arrow = words.indexOf("=>");
                if (arrow >= 1 && arrow + 1 < words.size()) {
                    replaced.add(new Replaced(
                            words.getFirst(),
                            arrow > 1 ? words.get(1) : "",
                            words.get(arrow + 1),
                            arrow + 2 < words.size() ? words.get(arrow + 2) : ""));
                }
            }
        }
        return new Module(file.path(), name, required, replaced, tools);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.replace("\"", "").replace("`", "").strip().split("\\s+", 20)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** The hashes of modules, which are not those of files: an SBOM has no name for them, so they only prove that it is there. */
    private static Map<String, String> sum(SourceFile file) {
        Map<String, String> sums = new HashMap<>();
        file.text().lines().limit(500_000).forEach(line -> {
            List<String> words = line.length() > 2000 ? List.of() : words(line);
            if (words.size() == 3 && !words.get(1).endsWith("/go.mod")) {
                sums.put(words.get(0) + "@" + words.get(1), words.get(2));
            }
        });
        return sums;
    }

    @Override
    public void finish(Gathered into) {
        Set<String> own = new LinkedHashSet<>();
        modules.values().forEach(module -> own.add(module.name));
        modules.forEach((folder, module) -> {
            Graph graph = new Graph(false);
            Map<String, String> known = sums.getOrDefault(folder, Map.of());
            int unsummed = 0;
            for (Required one : module.required) {
                Location location = Gathered.at(module.path, one.line);
                String name = one.name;
                String version = one.version;
                for (Replaced replaced : module.replaced) {
                    boolean fits = replaced.version.isEmpty() || replaced.version.equals(one.version);
                    if (replaced.name.equals(one.name) && fits) {
                        name = replaced.newName;
                        version = replaced.newVersion;
                    }
                }
                boolean local = name.startsWith(".") || name.startsWith("/") || own.contains(name);
                if (local) {
                    continue;
                }
                Graph.Node node = graph.node(name, name, version, location);
                node.requirement = one.version;
                if (!one.indirect) {
                    String needed = name;
                    boolean tool = module.tools.stream().anyMatch(path -> path.startsWith(needed));
                    graph.root(name, tool ? Scope.DEV : Scope.RUNTIME);
                }
                unsummed += !known.isEmpty() && !known.containsKey(name + "@" + version) ? 1 : 0;
            }
            if (unsummed > 0) {
                into.note(module.path, "%d of its modules are not in go.sum at this version".formatted(unsummed));
            }
            into.manifests.add(new Manifest(module.path, Ecosystem.GO, module.name, null, null, List.of()));
            into.locks.add(new Lock(
                    module.path, Ecosystem.GO, Set.of("go.mod"), graph, (inner, declared) -> Optional.empty()));
        });
    }
}

package io.ymera.scanner.taint;

import io.ymera.scanner.incremental.Outline;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.rule.RuleSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of one language, and what they declare, by name. What is looked up is answered by outlines; a file is read only when somebody looks into it.
 * Does not change once made, but remembers what was {@linkplain #seen() looked at}.
 */
final class Program {

    private static final int MOST_SUBTYPES = 6;

    private final RuleSet rules;
    private final Map<String, String> settings;
    private final Set<String> assigned;
    private final Map<String, Source> sources = new TreeMap<>();
    private final Map<String, Source> modules = new HashMap<>();
    private final Map<String, List<Source>> modulesByEnd = new HashMap<>();
    /** In the order of files, on which that of subtypes depends. */
    private final Map<String, Declared> classes = new LinkedHashMap<>();

    private final Map<String, List<String>> classesBySimpleName = new HashMap<>();
    private final Map<String, List<String>> subtypes = new HashMap<>();
    private final Map<String, Family> families = new HashMap<>();
    private final Dependencies seen = new Dependencies();

    /** All supertypes of a type, and the names that had to be looked up to find them. */
    private record Family(Set<String> all, Set<String> asked) {}

    /** A class and its file. */
    final class Declared {
        private final Source source;
        private final int position;
        private final Outline.Type outline;

        Declared(Source source, int position) {
            this.source = source;
            this.position = position;
            this.outline = source.outline().types().get(position);
        }

        /** All of it. */
        ClassDeclaration declaration() {
            return unit().classes().get(position);
        }

        Unit unit() {
            seen.file(source.path());
            return source.unit();
        }

        private boolean hasField(String name) {
            return outline.fields().contains(name);
        }
    }

    /**
     * One of these files.
     *
     * @param settings what files of properties say, by key
     * @param assigned names of members that are assigned to
     */
    Program(Collection<Source> all, RuleSet rules, Map<String, String> settings, Set<String> assigned) {
        this.rules = rules;
        this.settings = Map.copyOf(settings);
        this.assigned = Set.copyOf(assigned);
        all.forEach(source -> sources.put(source.path(), source));
        sources.values().forEach(this::add);
        classes.values().forEach(each -> each.outline.supertypes().forEach(name -> subtypes.computeIfAbsent(
                        ownName(name), fresh -> new ArrayList<>())
                .add(each.outline.name())));
    }

    private void add(Source source) {
        Outline outline = source.outline();
        modules.putIfAbsent(outline.module(), source);
        modulesByEnd
                .computeIfAbsent(end(outline.module()), fresh -> new ArrayList<>())
                .add(source);
        for (int i = 0; i < outline.types().size(); i++) {
            String name = outline.types().get(i).name();
            classes.putIfAbsent(name, new Declared(source, i));
            classesBySimpleName
                    .computeIfAbsent(end(name), fresh -> new ArrayList<>())
                    .add(name);
        }
    }

    /** What is behind the last dot. */
    static String end(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    RuleSet rules() {
        return rules;
    }

    /** In the order of their paths. */
    Collection<Source> sources() {
        return sources.values();
    }

    Dependencies seen() {
        return seen;
    }

    /** The names that have been looked up, whether there was something or not. */
    Set<String> asked() {
        Set<String> asked = new HashSet<>(seen.names());
        seen.families().forEach(type -> asked.addAll(family(type).asked()));
        return asked;
    }

    /** What a file of properties of the code base says of this key, or null. */
    @Nullable
    String setting(String key) {
        seen.name(key);
        return settings.get(key);
    }

    /** Whether a member of this name is assigned to outside of where it is declared. */
    boolean assigned(String member) {
        seen.name(member);
        return assigned.contains(member);
    }

    /** Whether what is of this type carries no text from outside. */
    boolean plain(String type) {
        return PlainTypes.plain(type) || rules.plain(withSupertypes(type));
    }

    @Nullable
    Declared classOf(String name) {
        seen.name(name);
        return classes.get(name);
    }

    /** A name that a file could not complete is that of the only class that is called so. */
    String ownName(String name) {
        if (!classes.containsKey(name)) {
            List<String> alike = classesBySimpleName.getOrDefault(end(name), List.of());
            if (alike.size() == 1) {
                return alike.getFirst();
            }
        }
        return name;
    }

    /** The file of a module: by its name, or, as nobody knows where imports begin, by the end of its name if no other has that. */
    @Nullable
    Unit module(String name) {
        seen.name(name);
        seen.name(end(name));
        Source found = moduleSource(name);
        if (found == null || !found.outline().hasBody()) {
            return null;
        }
        seen.file(found.path());
        return found.unit();
    }

    private @Nullable Source moduleSource(String name) {
        Source exact = modules.get(name);
        if (exact != null || name.isEmpty()) {
            return exact;
        }
        List<Source> candidates = modulesByEnd.get(end(name));
        if (candidates == null) {
            return null;
        }
        List<Source> alike = candidates.stream()
                .filter(source -> source.outline().module().endsWith("." + name))
                .toList();
        return alike.size() == 1 ? alike.getFirst() : null;
    }

    /** The type itself and all its supertypes, of the code base and of libraries, the nearest first. */
    Set<String> withSupertypes(String type) {
        seen.family(type);
        return family(type).all();
    }

    private Family family(String type) {
        Family known = families.get(type);
        if (known == null) {
            Set<String> all = new LinkedHashSet<>();
            Set<String> asked = new HashSet<>();
            List<String> open = new ArrayList<>(List.of(type));
            for (int i = 0; i < open.size(); i++) {
                String name = open.get(i);
                if (all.add(name)) {
                    asked.add(name);
                    asked.add(end(name));
                    Declared own = classes.get(ownName(name));
                    if (own != null) {
                        open.add(own.outline.name());
                        open.addAll(own.outline.supertypes());
                    }
                    open.addAll(rules.withSupertypes(name));
                }
            }
            known = new Family(all, asked);
            families.put(type, known);
        }
        return known;
    }

    /** A method of a type or of its supertypes, as many arguments as it has; null if the code base has none. */
    @Nullable
    Method method(String type, String name, int arguments) {
        for (String each : withSupertypes(type)) {
            Declared own = classes.get(each);
            int found = own == null ? -1 : position(own.outline, name, arguments, false);
            if (own != null && found >= 0) {
                return new Method(own.declaration().methods().get(found), own);
            }
        }
        return null;
    }

    /** Where in a class a method is that fits, or else, unless it has to fit, the first of the name; -1 if there is none. */
    private static int position(Outline.Type type, String name, int arguments, boolean fitting) {
        int near = -1;
        for (int i = 0; i < type.methods().size(); i++) {
            Outline.Method method = type.methods().get(i);
            if (method.name().equals(name) && !method.isAbstract()) {
                if (method.parameters() == arguments) {
                    return i;
                }
                near = near < 0 ? i : near;
            }
        }
        return fitting ? -1 : near;
    }

    /** Methods of subtypes, for an object of which only a supertype is known. */
    List<Method> overriding(String type, String name, int arguments) {
        List<Method> found = new ArrayList<>();
        Set<String> visited = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(below(type));
        for (int i = 0; i < open.size() && found.size() < MOST_SUBTYPES; i++) {
            Declared own = classes.get(open.get(i));
            if (own == null || !visited.add(open.get(i))) {
                continue;
            }
            open.addAll(below(open.get(i)));
            int position = position(own.outline, name, arguments, true);
            if (position >= 0) {
                found.add(new Method(own.declaration().methods().get(position), own));
            }
        }
        return found;
    }

    private List<String> below(String type) {
        String name = ownName(type);
        seen.name(type);
        seen.name(name);
        seen.name(end(type));
        return subtypes.getOrDefault(name, List.of());
    }

    /** A field of a type or of its supertypes, or null. */
    ClassDeclaration.@Nullable Field field(String type, String name) {
        for (String each : withSupertypes(type)) {
            Declared own = classes.get(each);
            if (own != null && own.hasField(name)) {
                return own.declaration().fields().get(own.outline.fields().indexOf(name));
            }
        }
        return null;
    }

    /** The class that declares the field; the type itself if none does. */
    String owner(String type, String name) {
        for (String each : withSupertypes(type)) {
            Declared own = classes.get(each);
            if (own != null && own.hasField(name)) {
                return each;
            }
        }
        return type;
    }

    /** A method and its class. */
    record Method(FunctionDeclaration declaration, Declared owner) {
        Closure closure(@Nullable Frame around) {
            return new Closure(declaration, owner.unit(), owner.declaration(), around);
        }
    }
}

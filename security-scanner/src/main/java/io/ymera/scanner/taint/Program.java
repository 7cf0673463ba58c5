package io.ymera.scanner.taint;

import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.rule.RuleSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of one language, and what they declare, by name. Read-only once made. */
final class Program {

    private static final int MOST_SUBTYPES = 6;

    private final RuleSet rules;
    private final Map<String, String> settings;
    private final Map<String, Unit> units = new TreeMap<>();
    private final Map<String, Unit> modules = new HashMap<>();
    private final Map<String, List<Unit>> modulesByEnd = new HashMap<>();
    private final Map<String, Declared> classes = new HashMap<>();
    private final Map<String, List<String>> classesBySimpleName = new HashMap<>();
    private final Map<String, List<String>> subtypes = new HashMap<>();
    private final Map<String, Set<String>> supertypes = new HashMap<>();
    private final AssignedMembers assigned = new AssignedMembers();

    /** A class and its file. */
    record Declared(ClassDeclaration declaration, Unit unit) {}

    /**
     * One of these files.
     *
     * @param settings what files of properties say, by key
     */
    Program(Collection<Unit> all, RuleSet rules, Map<String, String> settings) {
        this.rules = rules;
        this.settings = Map.copyOf(settings);
        all.forEach(unit -> units.put(unit.path(), unit));
        for (Unit unit : units.values()) {
            modules.putIfAbsent(unit.module(), unit);
            String end = unit.module().substring(unit.module().lastIndexOf('.') + 1);
            modulesByEnd.computeIfAbsent(end, fresh -> new ArrayList<>()).add(unit);
            unit.classes().forEach(each -> {
                classes.putIfAbsent(each.name(), new Declared(each, unit));
                classesBySimpleName
                        .computeIfAbsent(each.simpleName(), fresh -> new ArrayList<>())
                        .add(each.name());
            });
            assigned.add(unit);
        }
        classes.values().forEach(each -> each.declaration().supertypes().forEach(name -> subtypes.computeIfAbsent(
                        ownName(name), fresh -> new ArrayList<>())
                .add(each.declaration().name())));
    }

    RuleSet rules() {
        return rules;
    }

    Collection<Unit> units() {
        return units.values();
    }

    /** What a file of properties of the code base says of this key, or null. */
    @Nullable
    String setting(String key) {
        return settings.get(key);
    }

    /** Whether a member of this name is assigned to outside of where it is declared. */
    boolean assigned(String member) {
        return assigned.contains(member);
    }

    @Nullable
    Declared classOf(String name) {
        return classes.get(name);
    }

    /** A name that a file could not complete is that of the only class that is called so. */
    private String ownName(String name) {
        if (!classes.containsKey(name)) {
            List<String> alike = classesBySimpleName.getOrDefault(name.substring(name.lastIndexOf('.') + 1), List.of());
            if (alike.size() == 1) {
                return alike.getFirst();
            }
        }
        return name;
    }

    /** The file of a module: by its name, or, as nobody knows where imports begin, by the end of its name if no other has that. */
    @Nullable
    Unit module(String name) {
        Unit exact = modules.get(name);
        if (exact != null || name.isEmpty()) {
            return exact;
        }
        List<Unit> alike = modulesByEnd.getOrDefault(name.substring(name.lastIndexOf('.') + 1), List.of()).stream()
                .filter(unit -> unit.module().endsWith("." + name))
                .toList();
        return alike.size() == 1 ? alike.getFirst() : null;
    }

    /** The type itself and all its supertypes, of the code base and of libraries, the nearest first. */
    Set<String> withSupertypes(String type) {
        Set<String> known = supertypes.get(type);
        if (known == null) {
            Set<String> all = new LinkedHashSet<>();
            List<String> open = new ArrayList<>(List.of(type));
            for (int i = 0; i < open.size(); i++) {
                String name = open.get(i);
                if (all.add(name)) {
                    Declared own = classes.get(ownName(name));
                    if (own != null) {
                        open.add(own.declaration().name());
                        open.addAll(own.declaration().supertypes());
                    }
                    open.addAll(rules.withSupertypes(name));
                }
            }
            known = all;
            supertypes.put(type, known);
        }
        return known;
    }

    /** A method of a type or of its supertypes, as many arguments as it has; null if the code base has none. */
    @Nullable
    Method method(String type, String name, int arguments) {
        Method near = null;
        for (String each : withSupertypes(type)) {
            Declared own = classes.get(each);
            if (own == null) {
                continue;
            }
            for (FunctionDeclaration method : own.declaration().methods()) {
                if (method.name().equals(name) && !method.isAbstract()) {
                    Method found = new Method(method, own);
                    if (fits(method, arguments)) {
                        return found;
                    }
                    near = near == null ? found : near;
                }
            }
            if (near != null) {
                return near;
            }
        }
        return null;
    }

    private static boolean fits(FunctionDeclaration method, int arguments) {
        return method.parameters().size() == arguments;
    }

    /** Methods of subtypes, for an object of which only a supertype is known. */
    List<Method> overriding(String type, String name, int arguments) {
        List<Method> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(subtypes.getOrDefault(ownName(type), List.of()));
        for (int i = 0; i < open.size() && found.size() < MOST_SUBTYPES; i++) {
            Declared own = classes.get(open.get(i));
            if (own == null || !seen.add(open.get(i))) {
                continue;
            }
            open.addAll(subtypes.getOrDefault(open.get(i), List.of()));
            own.declaration().methods().stream()
                    .filter(method -> method.name().equals(name) && !method.isAbstract() && fits(method, arguments))
                    .findFirst()
                    .ifPresent(method -> found.add(new Method(method, own)));
        }
        return found;
    }

    /** A field of a type or of its supertypes, or null. */
    ClassDeclaration.@Nullable Field field(String type, String name) {
        for (String each : withSupertypes(type)) {
            Declared own = classes.get(each);
            if (own != null) {
                for (ClassDeclaration.Field field : own.declaration().fields()) {
                    if (field.name().equals(name)) {
                        return field;
                    }
                }
            }
        }
        return null;
    }

    /** A method and its class. */
    record Method(FunctionDeclaration declaration, Declared owner) {
        Closure closure(@Nullable Frame around) {
            return new Closure(declaration, owner.unit(), owner.declaration(), around);
        }
    }
}

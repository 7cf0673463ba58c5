package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.FunctionDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is made known of the things that fields hold where a class is set up: in its constructors, its initialisers, and what is called before all else.
 * A parser that a constructor has told to read no entities reads none in any other method. Of one file at a time.
 */
final class Setups {

    /** Methods that are called once, before others. */
    private static final Set<String> NAMES = Set.of(
            FunctionDeclaration.CONSTRUCTOR,
            "%init",
            "%static",
            "init",
            "initialize",
            "initialise",
            "start",
            "setUp",
            "setup",
            "configure",
            "open",
            "afterPropertiesSet");

    private static final Set<String> ANNOTATIONS =
            Set.of("PostConstruct", "BeforeEach", "BeforeAll", "Before", "BeforeClass");

    private final Interpreter interpreter;
    private final Modules modules;
    private final Map<String, Set<String>> marks = new HashMap<>();
    private final Map<Integer, String> fields = new HashMap<>();
    private final Set<String> done = new HashSet<>();

    Setups(Interpreter interpreter, Modules modules) {
        this.interpreter = interpreter;
        this.modules = modules;
    }

    /** Another file is looked at. */
    void clear() {
        marks.clear();
        fields.clear();
        done.clear();
    }

    /** An object that a field holds from now on. */
    void kept(int object, String field, Set<String> known) {
        fields.put(object, field);
        add(field, known);
    }

    /** A mark on an object, which a field may hold. */
    void marked(int object, String mark) {
        String field = fields.get(object);
        if (field != null) {
            add(field, Set.of(mark));
        }
    }

    private void add(String field, Set<String> more) {
        if (!more.isEmpty()) {
            marks.merge(field, more, Value::union);
        }
    }

    /** The marks of what a field holds, of a class of the file that is looked at. */
    Set<String> of(Program.Declared owner, String field) {
        ClassDeclaration declaration = owner.declaration();
        if (done.add(declaration.name())) {
            List<Closure> methods = new ArrayList<>();
            for (FunctionDeclaration method : declaration.methods()) {
                if (NAMES.contains(method.name()) || annotated(method)) {
                    methods.add(new Closure(method, owner.unit(), declaration, modules.frame(owner.unit())));
                }
            }
            methods.forEach(method -> interpreter.generic(method, modules.fresh(owner.unit())));
        }
        return marks.getOrDefault(field, Set.of());
    }

    private static boolean annotated(FunctionDeclaration method) {
        return method.annotations().stream().map(Annotation::simpleName).anyMatch(ANNOTATIONS::contains);
    }
}

package io.ymera.scanner.incremental;

import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Unit;
import java.util.List;

/**
 * What a file declares, without the bodies: all that is looked up by name.
 *
 * @param module as in {@link Unit#module()}
 * @param hasBody whether something is done when it is loaded
 * @param types in the order in which they stand in the file
 */
public record Outline(String module, boolean hasBody, List<Type> types) {

    /** Copies the list. */
    public Outline {
        types = List.copyOf(types);
    }

    /** A class: its names, and those of what is in it. */
    public record Type(String name, List<String> supertypes, List<Method> methods, List<String> fields) {

        /** Copies the lists. */
        public Type {
            supertypes = List.copyOf(supertypes);
            methods = List.copyOf(methods);
            fields = List.copyOf(fields);
        }
    }

    /** A method, as far as calls choose by it. */
    public record Method(String name, int parameters, boolean isAbstract) {}

    /** That of a file. */
    public static Outline of(Unit unit) {
        return new Outline(
                unit.module(),
                !unit.body().isEmpty(),
                unit.classes().stream().map(Outline::type).toList());
    }

    private static Type type(ClassDeclaration declaration) {
        return new Type(
                declaration.name(),
                declaration.supertypes(),
                declaration.methods().stream().map(Outline::method).toList(),
                declaration.fields().stream().map(ClassDeclaration.Field::name).toList());
    }

    private static Method method(FunctionDeclaration method) {
        return new Method(method.name(), method.parameters().size(), method.isAbstract());
    }
}

package io.ymera.scanner.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class, interface, record or enum.
 *
 * @param name full; nested ones with {@code .}; an anonymous one's ends with {@code %} and its line
 * @param supertypes full names of superclasses and interfaces, the superclass first
 * @param fields in order
 * @param methods constructors among them; a record has the accessors and the constructor that it has by its form; initialisers are the methods
 *     {@code %static} and {@code %init}
 */
public record ClassDeclaration(
        String name,
        List<String> supertypes,
        List<Field> fields,
        List<FunctionDeclaration> methods,
        List<Annotation> annotations,
        Span span) {

    /**
     * A field or a variable of the class.
     *
     * @param type its declared type as in {@link Statement.Declare}, or null
     * @param value its first value, or null
     */
    public record Field(
            String name,
            @Nullable String type,
            @Nullable Expression value,
            boolean isStatic,
            List<Annotation> annotations,
            Span span) {}

    /** What is behind the last dot of the name. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

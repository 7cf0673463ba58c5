package io.ymera.scanner.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function, method, constructor or lambda.
 *
 * @param name simple; a constructor's is {@link #CONSTRUCTOR}, a lambda's {@link #LAMBDA} and its line
 * @param parameters without the object of a method: Python's {@code self} is not among them
 * @param body an expression lambda's is a {@link Statement.Return}; empty for an abstract method
 * @param result its declared type as in {@link Statement.Declare}, or null
 * @param isStatic whether it has no object
 * @param isAbstract whether it has no body
 * @param span of all of it
 */
public record FunctionDeclaration(
        String name,
        List<Parameter> parameters,
        Statement body,
        @Nullable String result,
        List<Annotation> annotations,
        boolean isStatic,
        boolean isAbstract,
        Span span) {

    /** The name of constructors in all languages. */
    public static final String CONSTRUCTOR = "%new";

    /** How the name of a function without one begins. */
    public static final String LAMBDA = "%lambda:";
}

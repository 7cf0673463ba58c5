package io.ymera.scanner.ir;

import java.util.List;

/**
 * An annotation or decorator.
 *
 * @param name full, as far as the file says it; a decorator that is a call is named by what is called ({@code flask.Flask.route} can't be known
 *     there: it is {@code app.route})
 * @param arguments what it is given
 */
public record Annotation(String name, List<Argument> arguments) {

    /** The name of one that nobody has written: of which types the elements of a collection are. */
    public static final String ELEMENTS = "%elements";

    /** What is behind the last dot of the name. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

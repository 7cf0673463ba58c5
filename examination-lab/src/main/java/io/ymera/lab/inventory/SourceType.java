package io.ymera.lab.inventory;

import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A type, as its source has it.
 *
 * @param path its file
 * @param line where it begins
 * @param name as class files have it: {@code acme.Outer$Inner}
 * @param outer what it is declared in
 * @param kind class, interface, enum, record or annotation type
 * @param supers what it extends and implements, as written, without what is between angle brackets
 */
record SourceType(
        String path,
        int line,
        String name,
        @Nullable SourceType outer,
        Tree.Kind kind,
        Set<Modifier> modifiers,
        List<Marker> markers,
        List<String> supers,
        List<Method> methods,
        Names names) {

    /**
     * An annotation.
     *
     * @param name as written
     * @param arguments as written, without blanks
     */
    record Marker(String name, String arguments) {}

    /**
     * A method.
     *
     * @param parameters their types as written
     */
    record Method(
            String name,
            List<String> parameters,
            int line,
            Set<Modifier> modifiers,
            boolean returnsNothing,
            List<Marker> markers) {

        boolean is(Modifier modifier) {
            return modifiers.contains(modifier);
        }

        boolean sameAs(Method other) {
            return name.equals(other.name) && parameters.equals(other.parameters);
        }
    }

    boolean is(Modifier modifier) {
        return modifiers.contains(modifier);
    }

    boolean isInterface() {
        return kind == Tree.Kind.INTERFACE || kind == Tree.Kind.ANNOTATION_TYPE;
    }

    /** Whether it has no object around it. */
    boolean standsAlone() {
        return outer == null || is(Modifier.STATIC) || kind != Tree.Kind.CLASS || outer.isInterface();
    }

    String simpleName() {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /** As sources have it: {@code acme.Outer.Inner}. */
    String sourceName() {
        return name.replace('$', '.');
    }
}

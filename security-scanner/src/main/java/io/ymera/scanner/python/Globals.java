package io.ymera.scanner.python;

import io.ymera.scanner.ir.Names;
import java.util.List;
import java.util.Set;

/** Names that a file does not bind: those that the language has, and those that {@code from x import *} may have brought. */
final class Globals {

    private static final Set<String> BUILT_IN = Set.of(
            ("abs aiter all anext any apply ascii basestring bin bool breakpoint buffer bytearray bytes callable chr classmethod cmp coerce compile"
                            + " complex copyright credits delattr dict dir divmod enumerate eval exec execfile exit file filter float format"
                            + " frozenset getattr globals hasattr hash help hex id input int intern isinstance issubclass iter len license list"
                            + " locals long map max memoryview min next object oct open ord pow print property quit range raw_input reduce"
                            + " reload repr reversed round set setattr slice sorted staticmethod str sum super tuple type unichr unicode vars"
                            + " xrange zip __import__ __name__ __file__ __doc__ __package__ __builtins__ NotImplemented Ellipsis self cls")
                    .split(" "));

    private final Imports imports;
    private final Names names;

    Globals(Imports imports, Names names) {
        this.imports = imports;
        this.names = names;
    }

    /** The full name of what an unbound name means: the name itself if it is one of the language or nothing is known of it. */
    String named(String name) {
        List<String> stars = imports.stars();
        if (stars.isEmpty() || BUILT_IN.contains(name) || name.endsWith("Error") || name.endsWith("Exception")) {
            return name;
        }
        for (String module : stars) {
            if (names.isType(module + "." + name)) {
                return module + "." + name;
            }
        }
        return stars.getFirst() + "." + name;
    }
}

package io.ymera.scanner.python;

import io.ymera.scanner.parsing.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A module, class or function, and what its names are, as far as that can be read off its text. */
final class Scope {

    /** What has names of its own. */
    enum Kind {
        MODULE,
        CLASS,
        FUNCTION
    }

    final Kind kind;
    final @Nullable Scope parent;
    /** Full name: that of the module, with those of classes and functions behind it. */
    final String path;

    /** All names that get a value here, in order. */
    final Set<String> bound = new LinkedHashSet<>();
    /** Of a class: names that have got their value above what is being lowered; those below mean what is around the class. */
    final Set<String> reached = new HashSet<>();
    /** Names that {@code global} or {@code nonlocal} gives to others. */
    final Set<String> elsewhere = new HashSet<>();
    /** Full names of modules, classes and functions. */
    final Map<String, String> full = new HashMap<>();
    /** Full names of the classes of which variables evidently are. */
    final Map<String, String> instances = new HashMap<>();
    /** What stands for a type: {@code Db = Annotated[Session, Depends(session)]}. */
    final Map<String, Node> aliases = new HashMap<>();
    /** Declared types of variables. */
    final Map<String, Node> declared = new HashMap<>();

    /** The name of a method's object, mostly {@code self}. */
    @Nullable
    String receiver;
    /** Whether that is the class. */
    boolean classReceiver;
    /** Supertypes of a class. */
    final Set<String> supertypes = new LinkedHashSet<>();

    Scope(Kind kind, @Nullable Scope parent, String path) {
        this.kind = kind;
        this.parent = parent;
        this.path = path;
    }

    /** The scope in which a name has its value, or null: names of a class are not seen from its methods. */
    @Nullable
    Scope of(String name) {
        @Nullable Scope scope = this;
        boolean own = true;
        while (scope != null) {
            boolean seen = scope.kind != Kind.CLASS || own && scope.reached.contains(name);
            if (seen && scope.bound.contains(name) && !scope.elsewhere.contains(name)) {
                return scope;
            }
            scope = scope.parent;
            own = false;
        }
        return null;
    }

    /** The class whose method this is, or in which this function stands, or null. */
    @Nullable
    Scope surroundingClass() {
        @Nullable Scope scope = this;
        while (scope != null && scope.kind != Kind.CLASS) {
            scope = scope.parent;
        }
        return scope;
    }
}

package io.ymera.lab.facts;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the types, methods and constructors of one file.
 *
 * <p>Exported is what is public or protected and in nothing but such types, and what an exported interface or annotation type
 * has. Documented is what has a Javadoc comment; a method that overrides another ({@code @Override}) inherits that one's, and
 * the constructor of a record that lists no parameters is what the record's own comment tells of.
 */
final class Units extends TreePathScanner<@Nullable Void, Units.Scope> {

    /** Characters of a name; of longer ones, as in types that are nested hundreds deep, the end is told. */
    private static final int NAME = 900;

    private final String path;
    private final CompilationUnitTree file;
    private final DocTrees docs;
    private final Consumer<Map<String, @Nullable Object>> units;

    /**
     * What a declaration is in.
     *
     * @param name before names in it
     * @param exported whether what is public in it can be used from outside
     * @param open whether all that is in it is public unless it says otherwise, as in an interface
     * @param documented whether the type itself is
     */
    record Scope(String name, boolean exported, boolean open, boolean documented) {
        static final Scope FILE = new Scope("", true, false, false);

        String nameOf(String simple) {
            String whole = name + simple;
            return whole.length() <= NAME ? whole : "..." + whole.substring(whole.length() - NAME);
        }
    }

    Units(String path, CompilationUnitTree file, DocTrees docs, Consumer<Map<String, @Nullable Object>> units) {
        this.path = path;
        this.file = file;
        this.docs = docs;
        this.units = units;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, Scope scope) {
        boolean anonymous = type.getSimpleName().isEmpty();
        String name = scope.nameOf(
                anonymous
                        ? "anonymous:" + line(start(type))
                        : type.getSimpleName().toString());
        boolean open = type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
        boolean exported = !anonymous && isExported(type.getModifiers(), scope);
        boolean documented = docs.getDocComment(getCurrentPath()) != null;
        if (!anonymous) {
            tell(type, name, "type", null, exported, documented);
        }
        Scope inside = new Scope(name + ".", exported, open, documented);
        scan(type.getMembers(), inside);
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, Scope scope) {
        if (start(method) < 0 || docs.getSourcePositions().getEndPosition(file, method) < 0) {
            return null; // The compiler's own, for example a default constructor
        }
        boolean constructor = method.getName().contentEquals("<init>");
        String simple = constructor ? constructorName(scope) : method.getName().toString();
        boolean inherits =
                isOverride(method.getModifiers()) || (constructor && isCompact(method) && scope.documented());
        tell(
                method,
                scope.nameOf(simple),
                "function",
                Complexity.of(method),
                isExported(method.getModifiers(), scope),
                inherits || docs.getDocComment(getCurrentPath()) != null);
        // Types in it can't be used from outside
        scan(method.getBody(), new Scope(scope.nameOf(simple) + ".", false, false, false));
        return null;
    }

    private void tell(
            Tree tree, String name, String kind, @Nullable Integer complexity, boolean exported, boolean documented) {
        SourcePositions positions = docs.getSourcePositions();
        Map<String, @Nullable Object> unit = new LinkedHashMap<>();
        unit.put("path", path);
        unit.put("name", name);
        unit.put("kind", kind);
        unit.put("line", line(start(tree)));
        unit.put("end_line", line(Math.max(start(tree), positions.getEndPosition(file, tree) - 1)));
        unit.put("complexity", complexity);
        unit.put("exported", exported);
        unit.put("documented", documented);
        units.accept(unit);
    }

    private long start(Tree tree) {
        return docs.getSourcePositions().getStartPosition(file, tree);
    }

    private long line(long position) {
        return position < 0 ? 1 : file.getLineMap().getLineNumber(position);
    }

    private static boolean isExported(ModifiersTree modifiers, Scope scope) {
        Set<Modifier> flags = modifiers.getFlags();
        boolean visible = flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || (scope.open() && !flags.contains(Modifier.PRIVATE));
        return visible && scope.exported();
    }

    private static boolean isOverride(ModifiersTree modifiers) {
        for (AnnotationTree annotation : modifiers.getAnnotations()) {
            String type = annotation.getAnnotationType().toString();
            if (type.equals("Override") || type.equals("java.lang.Override")) {
                return true;
            }
        }
        return false;
    }

    /** Written without a list of parameters, which the parser fills in only later, or not at all. */
    private boolean isCompact(MethodTree method) {
        try {
            CharSequence text = file.getSourceFile().getCharContent(true);
            int start = (int) start(method);
            int body = (int) docs.getSourcePositions().getStartPosition(file, method.getBody());
            int modifiersEnd = (int) docs.getSourcePositions().getEndPosition(file, method.getModifiers());
            String head = text.subSequence(Math.max(start, modifiersEnd), body).toString();
            return head.indexOf('(') < 0;
        } catch (IOException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    /** A constructor is called as its type. */
    private static String constructorName(Scope scope) {
        String type = scope.name().substring(0, Math.max(0, scope.name().length() - 1));
        return type.substring(type.lastIndexOf('.') + 1);
    }
}

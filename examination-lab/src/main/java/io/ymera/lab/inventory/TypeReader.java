package io.ymera.lab.inventory;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import io.ymera.lab.source.JavaParser.Parsed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Reads the types of one file, also those in others; not those in methods, which hold no tests. */
final class TypeReader {

    private final String path;
    private final CompilationUnitTree file;
    private final SourcePositions positions;
    private final Names names;
    private final Consumer<SourceType> types;

    private TypeReader(String path, Parsed parsed, Consumer<SourceType> types) {
        this.path = path;
        this.file = parsed.tree();
        this.positions = parsed.docs().getSourcePositions();
        this.names = names(file);
        this.types = types;
    }

    static void read(String path, Parsed parsed, Consumer<SourceType> types) {
        TypeReader reader = new TypeReader(path, parsed, types);
        reader.members(parsed.tree().getTypeDecls(), null);
    }

    private static Names names(CompilationUnitTree file) {
        Map<String, String> imported = new HashMap<>();
        List<String> wildcards = new ArrayList<>();
        for (ImportTree each : file.getImports()) {
            String name = each.getQualifiedIdentifier().toString();
            if (name.endsWith(".*")) {
                wildcards.add(name.substring(0, name.length() - 2));
            } else {
                // A static import can be one of a type too
                imported.putIfAbsent(name.substring(name.lastIndexOf('.') + 1), name);
            }
        }
        wildcards.add("java.lang");
        return new Names(
                file.getPackageName() == null ? "" : file.getPackageName().toString(), imported, wildcards);
    }

    private void members(List<? extends Tree> declarations, @Nullable SourceType outer) {
        for (Tree each : declarations) {
            if (each instanceof ClassTree type) {
                type(type, outer);
            }
        }
    }

    private void type(ClassTree tree, @Nullable SourceType outer) {
        String simple = tree.getSimpleName().toString();
        String prefix =
                outer != null ? outer.name() + "$" : names.packageName().isEmpty() ? "" : names.packageName() + ".";
        List<SourceType.Method> methods = new ArrayList<>();
        for (Tree member : tree.getMembers()) {
            if (member instanceof MethodTree method) {
                methods.add(method(method));
            }
        }
        SourceType type = new SourceType(
                path,
                line(tree),
                prefix + simple,
                outer,
                tree.getKind(),
                tree.getModifiers().getFlags(),
                markers(tree.getModifiers()),
                Stream.concat(Stream.ofNullable(tree.getExtendsClause()), tree.getImplementsClause().stream())
                        .map(TypeReader::erased)
                        .toList(),
                methods,
                names);
        types.accept(type);
        members(tree.getMembers(), type);
    }

    private SourceType.Method method(MethodTree tree) {
        return new SourceType.Method(
                tree.getName().toString(),
                tree.getParameters().stream()
                        .map(VariableTree::getType)
                        .map(TypeReader::erased)
                        .toList(),
                line(tree),
                tree.getModifiers().getFlags(),
                tree.getReturnType() instanceof PrimitiveTypeTree primitive
                        && primitive.getPrimitiveTypeKind() == TypeKind.VOID,
                markers(tree.getModifiers()));
    }

    private static List<SourceType.Marker> markers(ModifiersTree modifiers) {
        List<SourceType.Marker> markers = new ArrayList<>();
        for (AnnotationTree each : modifiers.getAnnotations()) {
            markers.add(new SourceType.Marker(
                    each.getAnnotationType().toString(),
                    each.getArguments().toString().replaceAll("\\s", "")));
        }
        return markers;
    }

    private static String erased(Tree type) {
        StringBuilder erased = new StringBuilder();
        int depth = 0;
        for (char c : type.toString().toCharArray()) {
            depth += c == '<' ? 1 : 0;
            if (depth == 0) {
                erased.append(c);
            }
            depth -= c == '>' ? 1 : 0;
        }
        return erased.toString().replaceAll("@\\S+\\s+", "").strip();
    }

    private int line(Tree tree) {
        long at = positions.getStartPosition(file, tree);
        return at < 0 ? 1 : (int) file.getLineMap().getLineNumber(at);
    }
}

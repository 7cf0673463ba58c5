package io.ymera.gateway.apidocs.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What Javadoc says of the records on the wire and of the methods behind operations. It is written for those who read the code and
 * is just as good for those who use the API; nobody has to write it twice.
 */
final class Words {

    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private final Map<String, List<JavadocText>> records = new HashMap<>();
    private final Map<String, JavadocText> operations = new HashMap<>();

    private Words() {}

    /** No words at all. */
    static Words none() {
        return new Words();
    }

    /** What is said in the sources below {@code roots}; they are parsed, not compiled. */
    static Words in(List<Path> roots) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> below = Files.walk(root)) {
                below.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        Words words = new Words();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                words.new Reader(trees).scan(unit, null);
            }
        }
        return words;
    }

    /** Adds what is said of its method, if it has no description yet. */
    void describeOperation(ObjectNode operation) {
        Optional.ofNullable(operations.get(operation.path("operationId").asText()))
                .map(JavadocText::main)
                .filter(text -> !text.isEmpty() && operation.path("description").isMissingNode())
                .ifPresent(text -> operation.put("description", text));
    }

    /** Adds what is said of records and of their components, where there is no description yet. */
    void describeSchemas(JsonNode schemas) {
        schemas.properties().forEach(schema -> records.getOrDefault(schema.getKey(), List.of()).stream()
                .filter(text -> isOf(text, schema.getValue()))
                .findFirst()
                .ifPresent(text -> describe((ObjectNode) schema.getValue(), text)));
    }

    /** There may be records of the same name that are on no wire. */
    private static boolean isOf(JavadocText text, JsonNode schema) {
        JsonNode properties = schema.path("properties");
        return text.parameters().keySet().stream().anyMatch(name -> properties.has(NAMES.translate(name)));
    }

    private static void describe(ObjectNode schema, JavadocText text) {
        say(schema, text.main());
        text.parameters().forEach((name, words) -> {
            if (schema.path("properties").path(NAMES.translate(name)) instanceof ObjectNode property) {
                say(property, words);
            }
        });
    }

    private static void say(ObjectNode schema, String words) {
        if (!words.isEmpty() && !schema.has("description")) {
            schema.put("description", words);
        }
    }

    /** Collects what is said in one file. */
    private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final Trees trees;

        Reader(Trees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            if (type.getKind() == Tree.Kind.RECORD) {
                String name = value(type.getModifiers(), "Schema", "name")
                        .orElse(type.getSimpleName().toString());
                comment().ifPresent(text -> records.computeIfAbsent(name, first -> new ArrayList<>())
                        .add(text));
            }
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            value(method.getModifiers(), "Operation", "operationId")
                    .ifPresent(id -> comment().ifPresent(text -> operations.put(id, text)));
            return null;
        }

        private Optional<JavadocText> comment() {
            return Optional.ofNullable(trees.getDocComment(getCurrentPath())).map(JavadocText::parse);
        }

        private static Optional<String> value(ModifiersTree modifiers, String annotation, String member) {
            return modifiers.getAnnotations().stream()
                    .filter(tree -> tree.getAnnotationType().toString().equals(annotation))
                    .map(AnnotationTree::getArguments)
                    .flatMap(List::stream)
                    .filter(argument -> argument instanceof AssignmentTree assignment
                            && assignment.getVariable().toString().equals(member)
                            && assignment.getExpression() instanceof LiteralTree)
                    .map(argument ->
                            String.valueOf(((LiteralTree) ((AssignmentTree) argument).getExpression()).getValue()))
                    .findFirst();
        }
    }
}

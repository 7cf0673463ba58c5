package io.ymera.scanner.python;

import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.Names;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.parsing.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What the parts of the lowering of one file share: its scope, its classes, how deep they are in it. */
final class Lowering {

    /** Nobody nests so deep by hand, and the stack holds much more. */
    private static final int DEEPEST = 400;

    final Imports imports;
    final Types types;
    final Globals globals;
    final Expressions expressions = new Expressions(this);
    final Statements statements = new Statements(this);
    final Functions functions = new Functions(this);
    final Classes declarations = new Classes(this);
    /** All classes of the file. */
    final List<ClassDeclaration> classes = new ArrayList<>();
    /** Parameters of the constructors that classes have by their form, by the class's name. */
    final Map<String, List<ClassDeclaration.Field>> shapes = new HashMap<>();

    /** Functions of the file that others name in {@code Depends(…)}. */
    final Set<String> dependencies = new HashSet<>();

    private final String module;
    private Scope scope;
    private int depth;
    private boolean incomplete;

    Lowering(Modules modules, Names names) {
        module = modules.module();
        imports = new Imports(modules);
        globals = new Globals(imports, names);
        types = new Types(globals);
        scope = new Scope(Scope.Kind.MODULE, null, module);
    }

    /** The statements of the file. */
    List<Statement> module(Node root) {
        look(root);
        Binder.bind(this, scope, root);
        return statements.all(root);
    }

    /** Where names are looked up now. */
    Scope scope() {
        return scope;
    }

    /** Lowers something in a scope of its own. */
    <T> T within(Scope inner, java.util.function.Supplier<T> work) {
        Scope outer = scope;
        scope = inner;
        try {
            return work.get();
        } finally {
            scope = outer;
        }
    }

    /** Lowers a node one level deeper, or says that it is too deep. */
    <T> T deeper(Node node, Function<Node, T> work, Function<Node, T> tooDeep) {
        if (depth >= DEEPEST) {
            incomplete = true;
            return tooDeep.apply(node);
        }
        depth++;
        try {
            return work.apply(node);
        } finally {
            depth--;
        }
    }

    boolean incomplete() {
        return incomplete;
    }

    /** An expression of which nothing is known. */
    static Expression unknown(Node node) {
        return new Expression.Unknown(List.of(), node.span());
    }

    /** What is more than keywords, signs, comments and ends of lines. */
    static List<Node> parts(Node node) {
        List<Node> parts = new ArrayList<>();
        for (Node child : node.children()) {
            if (child.named() && !child.is("comment") && !child.is("line_continuation")) {
                parts.add(child);
            }
        }
        return parts;
    }

    /** The name of a variable in the common form, where two names are taken. */
    static String variable(String name) {
        return name.equals(Expression.Name.THIS) || name.equals(Expression.Name.SUPER) ? name + "_" : name;
    }

    /** Looks over the whole tree for what could not be read, and for functions on which others depend. */
    private void look(Node root) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node node = open.pop();
            incomplete |= node.is("ERROR");
            if (node.is("call") && node.at("function").filter(Lowering::depends).isPresent()) {
                node.at("arguments").map(Lowering::parts).orElse(List.of()).stream()
                        .filter(argument -> argument.is("identifier"))
                        .forEach(argument -> dependencies.add(argument.text()));
            }
            if (node.is("typed_default_parameter")) {
                dependency(node);
            }
            node.children().forEach(open::push);
        }
    }

    /** {@code options: Options = Depends()}. */
    private void dependency(Node parameter) {
        boolean depends = parameter
                .at("value")
                .filter(value -> value.is("call")
                        && value.at("function").filter(Lowering::depends).isPresent())
                .isPresent();
        if (depends) {
            parameter.at("type").map(Node::text).ifPresent(dependencies::add);
        }
    }

    private static boolean depends(Node callee) {
        Node name = callee.is("attribute") ? callee.at("attribute").orElse(callee) : callee;
        return name.is("identifier")
                && (name.text().equals("Depends") || name.text().equals("Security"));
    }
}

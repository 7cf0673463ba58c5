package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.parsing.Node;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Functions that a framework finds by their names and the places of their files. They are annotated with what they are, so that models can say what
 * they are given: {@code %next.api}, {@code %next.route}, {@code %next.props}, {@code %next.page}, {@code %remix.route}, {@code %svelte.route}, {@code
 * %lambda.handler}, {@code %kafka.message}, {@code %server.action}, {@code %graphql.resolver}.
 */
final class Conventions {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");
    private static final Set<String> RESOLVING = Set.of("resolve", "subscribe");
    private static final List<String> EVENT = List.of("event", "Event", "queryStringParameters", "pathParameters");
    /** Of a function that a file gives by default. */
    static final String DEFAULT = "default";

    private Conventions() {}

    static List<Annotation> of(Lowering lowering, Node function, String name) {
        if (name.equals("eachMessage") || name.equals("eachBatch")) {
            return of("%kafka.message");
        }
        if (resolves(lowering, function, name)) {
            return of("%graphql.resolver");
        }
        boolean inside = lowering.scope.around != null;
        if (serves(function) || !inside && lowering.served.contains(name)) {
            return of("%server.action");
        }
        if (inside) {
            return List.of();
        }
        String path = "/" + lowering.path;
        String file = path.substring(path.lastIndexOf('/') + 1);
        if (METHODS.contains(name) && file.startsWith("route.")) {
            return of("%next.route");
        }
        if (METHODS.contains(name) && file.startsWith("+server.")) {
            return of("%svelte.route");
        }
        if (name.equals(DEFAULT) || name.equals("handler")) {
            if (path.contains("/pages/api/")) {
                return of("%next.api");
            }
        }
        return switch (name) {
            case "getServerSideProps" -> of("%next.props");
            case "handler" -> event(function) ? of("%lambda.handler") : List.of();
            case "loader", "action" -> path.contains("/routes/") ? of("%remix.route") : List.of();
            case "load" -> file.startsWith("+page") || file.startsWith("+layout") ? of("%svelte.route") : List.of();
            case DEFAULT -> file.startsWith("page.") ? of("%next.page") : List.of();
            default -> List.of();
        };
    }

    /** Whether it stands under the name of one of GraphQL's roots, or is what tells a field. */
    private static boolean resolves(Lowering lowering, Node function, String name) {
        String around = lowering.members.isEmpty() ? "" : lowering.members.getLast();
        boolean itself = around.equals(name);
        if (itself && RESOLVING.contains(name)) {
            return parameters(function).size() > 1;
        }
        Iterator<String> outwards = lowering.members.descendingIterator();
        for (int i = 0; i < 3 && outwards.hasNext(); i++) {
            if (ROOTS.contains(outwards.next())) {
                return true;
            }
        }
        return false;
    }

    /** Whether it says of itself that pages may call it. */
    private static boolean serves(Node function) {
        return function.at("body")
                .filter(body -> body.is("statement_block") && says(body.parts()))
                .isPresent();
    }

    /** Whether statements begin by saying that what is behind runs on the server when a page calls it. */
    static boolean says(List<Node> statements) {
        return statements.stream()
                .takeWhile(each -> each.is("expression_statement"))
                .anyMatch(each ->
                        each.text().startsWith("'use server'") || each.text().startsWith("\"use server\""));
    }

    /** The names of what a file gives that says that it runs on the server when a page calls it. */
    static Set<String> served(Node file) {
        Set<String> names = new HashSet<>();
        if (says(file.parts())) {
            for (Node each : file.parts()) {
                if (each.is("export_statement")) {
                    given(each, names);
                }
            }
        }
        return names;
    }

    private static void given(Node export, Set<String> names) {
        if (export.has("default")) {
            names.add(DEFAULT);
        }
        for (Node part : export.parts()) {
            part.at("name").map(Node::text).ifPresent(names::add);
            for (Node inner : part.parts()) {
                boolean declares = inner.is("variable_declarator") || inner.is("export_specifier");
                if (declares) {
                    inner.at("name").map(Node::text).ifPresent(names::add);
                }
            }
        }
    }

    private static List<Node> parameters(Node function) {
        return function.at("parameters").map(Node::parts).orElse(List.of());
    }

    /** Many things are called a handler; that of a cloud function is given an event. */
    private static boolean event(Node function) {
        return parameters(function).stream().limit(1).anyMatch(first -> EVENT.stream()
                .anyMatch(word -> first.text().contains(word)));
    }

    private static List<Annotation> of(String name) {
        return List.of(new Annotation(name, List.of()));
    }
}

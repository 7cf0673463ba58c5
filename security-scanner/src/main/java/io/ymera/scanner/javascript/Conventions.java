package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.parsing.Node;
import java.util.List;
import java.util.Set;

/**
 * Functions that a framework finds by their names and the places of their files. They are annotated with what they are, so that models can say what
 * they are given: {@code %next.api}, {@code %next.route}, {@code %next.props}, {@code %next.page}, {@code %remix.route}, {@code %svelte.route}, {@code
 * %lambda.handler}, {@code %kafka.message}.
 */
final class Conventions {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<String> EVENT = List.of("event", "Event", "queryStringParameters", "pathParameters");
    /** Of a function that a file gives by default. */
    static final String DEFAULT = "default";

    private Conventions() {}

    static List<Annotation> of(Lowering lowering, Node function, String name) {
        if (name.equals("eachMessage") || name.equals("eachBatch")) {
            return of("%kafka.message");
        }
        boolean inside = lowering.scope.around != null;
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

    /** Many things are called a handler; that of a cloud function is given an event. */
    private static boolean event(Node function) {
        return function.at("parameters").map(Node::parts).orElse(List.of()).stream()
                .limit(1)
                .anyMatch(first -> EVENT.stream().anyMatch(word -> first.text().contains(word)));
    }

    private static List<Annotation> of(String name) {
        return List.of(new Annotation(name, List.of()));
    }
}

package io.ymera.scanner.taint;

import io.ymera.scanner.incremental.Mentions;
import io.ymera.scanner.ir.FunctionDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which functions are worth being interpreted: those in which, or in something that they may call, judging by names alone, data comes in or a rule
 * looks at something. Says yes too often, never too seldom: names are matched without regard to types.
 */
final class Relevance {

    private final Map<Mentions, List<Node>> files = new IdentityHashMap<>();
    private final Map<FunctionDeclaration, Node> nodes = new IdentityHashMap<>();

    /** A function. */
    private static final class Node {
        private final Mentions.Function function;
        private boolean source;
        private boolean check;
        private boolean called;

        Node(Mentions.Function function) {
            this.function = function;
            this.source = function.source();
            this.check = function.check();
        }

        boolean worth() {
            return source || check;
        }
    }

    /** @param all of each file */
    Relevance(Collection<Mentions> all) {
        Map<String, List<Node>> mentioning = new HashMap<>();
        List<Node> every = new ArrayList<>();
        for (Mentions file : all) {
            List<Node> here = file.functions().stream().map(Node::new).toList();
            files.put(file, here);
            every.addAll(here);
            for (Node node : here) {
                node.function.mentioned().forEach(name -> mentioning
                        .computeIfAbsent(name, fresh -> new ArrayList<>(2))
                        .add(node));
            }
        }
        every.forEach(node -> node.called = node.function.names().stream()
                .flatMap(name -> mentioning.getOrDefault(name, List.of()).stream())
                .anyMatch(caller -> caller != node));
        spread(every, mentioning);
    }

    /** Who mentions the name of a function in which there is something calls it, as far as anybody knows. */
    private static void spread(List<Node> all, Map<String, List<Node>> mentioning) {
        Deque<Node> open = new ArrayDeque<>();
        all.stream().filter(Node::worth).forEach(open::add);
        Set<String> sources = new HashSet<>();
        Set<String> checks = new HashSet<>();
        while (!open.isEmpty()) {
            Node node = open.poll();
            for (String name : node.function.names()) {
                boolean source = node.source && sources.add(name);
                boolean check = node.check && checks.add(name);
                if (source || check) {
                    for (Node caller : mentioning.getOrDefault(name, List.of())) {
                        boolean more = source && !caller.source || check && !caller.check;
                        caller.source |= source;
                        caller.check |= check;
                        if (more) {
                            open.add(caller);
                        }
                    }
                }
            }
        }
    }

    /** Tells which functions they are, now that a file has been read. */
    void functions(Mentions file, List<FunctionDeclaration> functions) {
        List<Node> here = files.getOrDefault(file, List.of());
        for (int i = 0; i < functions.size() && i < here.size(); i++) {
            nodes.put(functions.get(i), here.get(i));
        }
    }

    /** For each function of a file, whether it is worth it, and whether another names it. */
    List<Boolean> worth(Mentions file) {
        return files.getOrDefault(file, List.of()).stream()
                .flatMap(node -> Stream.of(node.worth(), node.called))
                .toList();
    }

    /** Whether data may come in or something may be wrong in it, or in what it calls. */
    boolean worth(FunctionDeclaration function) {
        @Nullable Node node = nodes.get(function);
        return node == null || node.worth();
    }

    /** Whether a function of the code base names it. */
    boolean called(FunctionDeclaration function) {
        @Nullable Node node = nodes.get(function);
        return node == null || node.called;
    }

    /** Whether it is so short that its answer is had at once. */
    boolean small(FunctionDeclaration function) {
        @Nullable Node node = nodes.get(function);
        return node == null || node.function.small();
    }
}

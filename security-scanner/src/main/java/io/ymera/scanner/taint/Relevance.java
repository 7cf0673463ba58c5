package io.ymera.scanner.taint;

import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.ir.Walk;
import io.ymera.scanner.rule.RuleSet;
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

/**
 * Which functions are worth being interpreted: those in which, or in something that they may call, judging by names alone, data comes in or a rule
 * looks at something. Says yes too often, never too seldom: names are matched without regard to types.
 */
final class Relevance {

    /** So small that it is no trouble to look. */
    private static final int SMALL = 6;

    private final Set<String> sources;
    private final Set<String> checks;
    private final Set<String> overridden;
    private final RuleSet rules;
    private final Map<FunctionDeclaration, Node> nodes = new IdentityHashMap<>();
    private final Map<String, List<Node>> byName = new HashMap<>();

    /** A function, with what it mentions. */
    private static final class Node {
        private final Set<String> mentions = new HashSet<>();
        private final List<Node> callers = new ArrayList<>();
        private boolean source;
        private boolean check;
        private int size;
    }

    Relevance(Collection<Unit> units, RuleSet rules) {
        this.rules = rules;
        this.sources = rules.sourceNames();
        this.checks = rules.checkNames();
        this.overridden = rules.overriddenNames();
        units.forEach(this::add);
        link();
        spread();
    }

    /** Whether data may come in or something may be wrong in it, or in what it calls. */
    boolean worth(FunctionDeclaration function) {
        Node node = nodes.get(function);
        return node == null || node.source || node.check;
    }

    /** Whether it is so short that its answer is had at once. */
    boolean small(FunctionDeclaration function) {
        Node node = nodes.get(function);
        return node == null || node.size <= SMALL;
    }

    private void add(Unit unit) {
        unit.body().forEach(statement -> new Walk(each -> named(each), this::inner).through(statement));
        for (ClassDeclaration declaration : unit.classes()) {
            for (FunctionDeclaration method : declaration.methods()) {
                Node node = node(method);
                node.source |= overridden.contains(method.name());
                boolean constructor = method.name().equals(FunctionDeclaration.CONSTRUCTOR);
                register(constructor ? declaration.simpleName() : method.name(), node);
                if (constructor) {
                    // What a class's fields are given first happens when it is constructed
                    declaration.fields().forEach(field -> new Walk(each -> {}, each -> mention(each, node))
                            .through(field.value()));
                }
            }
        }
    }

    private void named(Statement statement) {
        if (statement instanceof Statement.Declare declare && declare.value() instanceof Expression.Function function) {
            register(declare.name(), node(function.declaration()));
        }
    }

    private void inner(Expression expression) {
        switch (expression) {
            case Expression.Function it -> register(it.declaration().name(), node(it.declaration()));
            case Expression.Assignment it
            when it.value() instanceof Expression.Function function ->
                register(Matcher.lastName(it.target()), node(function.declaration()));
            case Expression.Collection it ->
                it.entries().forEach(entry -> {
                    if (entry.value() instanceof Expression.Function function
                            && entry.key() instanceof Expression.Literal key) {
                        register(String.valueOf(key.value() == null ? "" : key.value()), node(function.declaration()));
                    }
                });
            default -> {}
        }
    }

    private void register(String name, Node node) {
        byName.computeIfAbsent(name, fresh -> new ArrayList<>(1)).add(node);
    }

    private Node node(FunctionDeclaration function) {
        Node known = nodes.get(function);
        if (known != null) {
            return known;
        }
        Node node = new Node();
        nodes.put(function, node);
        node.source = entry(function);
        node.check = !rules.returnSinks(function.annotations(), null).isEmpty();
        new Walk(
                        each -> {
                            node.size++;
                            named(each);
                            node.source |= each instanceof Statement.Try it && caught(it);
                            if (each instanceof Statement.Declare declare) {
                                node.check |= variable(declare.name());
                            }
                        },
                        each -> {
                            mention(each, node);
                            inner(each);
                        })
                .through(function);
        return node;
    }

    private boolean entry(FunctionDeclaration function) {
        List<String> names = function.parameters().stream().map(Parameter::name).toList();
        return rules.entry(names) != null
                || !rules.entries(function.annotations()).isEmpty()
                || function.parameters().stream().anyMatch(this::outside);
    }

    private boolean outside(Parameter parameter) {
        List<Annotation> annotations = parameter.annotations();
        return !annotations.isEmpty() && rules.parameter(annotations) != null;
    }

    private boolean caught(Statement.Try it) {
        return it.catches().stream()
                .anyMatch(each -> each.variable() != null && rules.caught(each.types()) != null);
    }

    private boolean variable(String name) {
        return !rules.variableChecks(name).isEmpty();
    }

    private void mention(Expression expression, Node node) {
        switch (expression) {
            case Expression.Name it -> mention(it.name(), node);
            case Expression.Symbol it -> mention(it.path().substring(it.path().lastIndexOf('.') + 1), node);
            case Expression.Member it -> mention(it.name(), node);
            case Expression.Element it
            when it.index() instanceof Expression.Literal index && index.value() instanceof String name ->
                mention(name, node);
            case Expression.Assignment it
            when it.target() instanceof Expression.Name name -> node.check |= variable(name.name());
            case Expression.Assignment it when it.target() instanceof Expression.Element -> mention("[]", node);
            case Expression.Collection it ->
                it.entries().forEach(entry -> {
                    // A destructured member is a member that is read
                    if (entry.key() instanceof Expression.Literal key && key.value() instanceof String name) {
                        mention(name, node);
                    }
                });
            default -> {}
        }
    }

    private void mention(String name, Node node) {
        node.mentions.add(name);
        node.source |= sources.contains(name);
        node.check |= checks.contains(name);
    }

    private void link() {
        for (Node node : nodes.values()) {
            for (String name : node.mentions) {
                byName.getOrDefault(name, List.of()).forEach(called -> called.callers.add(node));
            }
        }
    }

    private void spread() {
        Deque<Node> open = new ArrayDeque<>();
        nodes.values().stream().filter(node -> node.source || node.check).forEach(open::add);
        while (!open.isEmpty()) {
            Node node = open.poll();
            for (Node caller : node.callers) {
                boolean more = node.source && !caller.source || node.check && !caller.check;
                caller.source |= node.source;
                caller.check |= node.check;
                if (more) {
                    open.add(caller);
                }
            }
        }
    }
}

package io.ymera.scanner.taint;

import io.ymera.scanner.incremental.Mentions;
import io.ymera.scanner.ir.Annotation;
import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Expression;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Parameter;
import io.ymera.scanner.ir.Statement;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.ir.Walk;
import io.ymera.scanner.rule.RuleSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Goes through the files of one language and writes down what their functions mention. Not thread-safe. */
final class Mentioned {

    /** So small that it is no trouble to look. */
    private static final int SMALL = 6;

    private final RuleSet rules;
    private final Set<String> sources;
    private final Set<String> checks;
    private final Set<String> telling;
    private final Predicate<String> overridden;
    private final Map<FunctionDeclaration, Node> nodes = new IdentityHashMap<>();
    private final List<FunctionDeclaration> order = new ArrayList<>();

    /** A function, with what it mentions. */
    private static final class Node {
        private final Set<String> names = new HashSet<>();
        private final Set<String> mentions = new HashSet<>();
        private boolean caught;
        private boolean source;
        private boolean check;
        private int size;
    }

    Mentioned(RuleSet rules) {
        this.rules = rules;
        this.sources = rules.sourceNames();
        this.checks = rules.checkNames();
        this.telling = rules.tellingNames();
        this.overridden = rules.overriddenNames();
    }

    /**
     * What a file's functions mention.
     *
     * @param functions themselves, in the same order
     */
    record InFile(Mentions mentions, List<FunctionDeclaration> functions) {}

    /** Looks at a file. */
    InFile of(Unit unit) {
        nodes.clear();
        order.clear();
        add(unit);
        List<Mentions.Function> found = new ArrayList<>();
        for (FunctionDeclaration function : order) {
            Node node = nodes.get(function);
            if (node != null) {
                found.add(
                        new Mentions.Function(node.names, node.mentions, node.source, node.check, node.size <= SMALL));
            }
        }
        return new InFile(new Mentions(found), List.copyOf(order));
    }

    private void add(Unit unit) {
        unit.body().forEach(statement -> new Walk(this::named, this::inner).through(statement));
        for (ClassDeclaration declaration : unit.classes()) {
            for (FunctionDeclaration method : declaration.methods()) {
                Node node = node(method);
                node.source |= overridden.test(method.name()) || rules.within(declaration.supertypes()) != null;
                boolean constructor = method.name().equals(FunctionDeclaration.CONSTRUCTOR);
                node.names.add(constructor ? declaration.simpleName() : method.name());
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
            node(function.declaration()).names.add(declare.name());
        }
    }

    private void inner(Expression expression) {
        switch (expression) {
            case Expression.Function it ->
                node(it.declaration()).names.add(it.declaration().name());
            case Expression.Assignment it
            when it.value() instanceof Expression.Function function ->
                node(function.declaration()).names.add(Matcher.lastName(it.target()));
            case Expression.Collection it ->
                it.entries().forEach(entry -> {
                    if (entry.value() instanceof Expression.Function function
                            && entry.key() instanceof Expression.Literal key) {
                        node(function.declaration()).names.add(String.valueOf(key.value() == null ? "" : key.value()));
                    }
                });
            default -> {}
        }
    }

    private Node node(FunctionDeclaration function) {
        Node known = nodes.get(function);
        if (known != null) {
            return known;
        }
        Node node = new Node();
        nodes.put(function, node);
        order.add(function);
        node.source = entry(function);
        node.check = !rules.returnSinks(function.annotations(), null).isEmpty();
        new Walk(
                        each -> {
                            node.size++;
                            named(each);
                            node.caught |= each instanceof Statement.Try it && caught(it);
                            if (each instanceof Statement.Declare declare) {
                                node.check |= variable(declare.name());
                            }
                        },
                        each -> {
                            mention(each, node);
                            inner(each);
                        })
                .through(function);
        // What is caught matters where it may be told to somebody
        node.source |= node.caught && !Collections.disjoint(node.mentions, telling);
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
        return !annotations.isEmpty() && rules.parameter(annotations) != null
                || parameter.type() != null
                        && (rules.beside(parameter.type()) != null
                                || rules.typed(rules.withSupertypes(parameter.type())) != null);
    }

    private boolean caught(Statement.Try it) {
        return it.catches().stream().anyMatch(each -> each.variable() != null && rules.caught(each.types()) != null);
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
}

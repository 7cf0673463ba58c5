package io.ymera.lab.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Turns the ids that are wanted, or not wanted, into what the framework can select. */
final class Selection {

    /** Repetitions of one test from which on those that are not wanted are run all the same. */
    private static final int MAX_INVOCATIONS = 10_000;

    private final Job job;
    private final TestIds ids;

    Selection(Job job, TestIds ids) {
        this.job = job;
        this.ids = ids;
    }

    /** What is to be run of a plan. */
    List<DiscoverySelector> of(TestPlan plan) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        plan.getRoots().forEach(root -> plan.getChildren(root).forEach(child -> add(plan, child, false, selectors)));
        return selectors;
    }

    private void add(TestPlan plan, TestIdentifier test, boolean wanted, List<DiscoverySelector> selectors) {
        String id = ids.of(test);
        if (job.except().contains(id)) {
            return;
        }
        Set<TestIdentifier> children = plan.getChildren(test);
        boolean all = wanted || job.only() == null || job.only().contains(id);
        if (!children.isEmpty()) {
            children.forEach(child -> add(plan, child, all, selectors));
        } else if (test.isTest()) {
            if (all) {
                selectors.add(DiscoverySelectors.selectUniqueId(test.getUniqueId()));
            }
        } else {
            invocations(test, id, all).ifPresent(selectors::add);
        }
    }

    /** What a template or factory makes is known only when it runs; the framework can be told which of it is wanted. */
    private Optional<DiscoverySelector> invocations(TestIdentifier template, String id, boolean all) {
        DiscoverySelector whole = DiscoverySelectors.selectUniqueId(template.getUniqueId());
        if (all) {
            Set<Integer> known = Set.copyOf(numbers(job.except().stream(), id, rest -> rest.isEmpty())
                    .boxed()
                    .toList());
            if (known.isEmpty()) {
                return Optional.of(whole);
            }
            return Optional.of(iterations(
                    template, whole, IntStream.range(0, MAX_INVOCATIONS).filter(number -> !known.contains(number))));
        }
        Set<String> only = job.only() == null ? Set.of() : job.only();
        if (numbers(only.stream(), id, rest -> rest.startsWith("[")).findAny().isPresent()) {
            // Of what a factory puts into containers, only all of it can be selected; the rest is not reported
            return Optional.of(whole);
        }
        int[] asked =
                numbers(only.stream(), id, rest -> true).distinct().sorted().toArray();
        return asked.length == 0 ? Optional.empty() : Optional.of(iterations(template, whole, IntStream.of(asked)));
    }

    /** The framework takes iterations of methods and classes, not of unique ids. */
    private static DiscoverySelector iterations(TestIdentifier template, DiscoverySelector whole, IntStream numbers) {
        return switch (template.getSource().orElse(null)) {
            case MethodSource method ->
                DiscoverySelectors.selectIteration(
                        DiscoverySelectors.selectMethod(
                                method.getClassName(),
                                method.getMethodName(),
                                Objects.requireNonNullElse(method.getMethodParameterTypes(), "")),
                        numbers.toArray());
            case ClassSource type ->
                DiscoverySelectors.selectIteration(
                        DiscoverySelectors.selectClass(type.getClassName()), numbers.toArray());
            case null, default -> whole;
        };
    }

    /** Numbers, from 0, of the invocations that are named as {@code id[n]rest}. */
    private static IntStream numbers(Stream<String> names, String id, Predicate<String> rest) {
        return names.filter(name -> name.startsWith(id + "["))
                .map(name -> name.substring(id.length() + 1))
                .filter(name -> name.matches("[0-9]{1,6}\\].*") && rest.test(name.substring(name.indexOf(']') + 1)))
                .mapToInt(name -> Integer.parseInt(name.substring(0, name.indexOf(']'))) - 1);
    }
}

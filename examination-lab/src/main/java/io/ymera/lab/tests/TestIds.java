package io.ymera.lab.tests;

import java.util.HashMap;
import java.util.Map;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Short names of tests: {@code pkg.Class#method}, {@code pkg.Class$Nested#method}, {@code pkg.Class#method[2]} for what a
 * test template or factory makes, counted from 1. Where two tests would have one name (overloaded methods), the second has
 * its parameters' types too. Thread-safe.
 */
final class TestIds {

    private final Map<String, String> uniqueIds = new HashMap<>();

    /** The name of a test or container; the same for the same one, whatever was asked for before in the same order. */
    synchronized String of(TestIdentifier test) {
        String uniqueId = test.getUniqueId();
        String name = name(test.getUniqueIdObject(), false);
        String owner = uniqueIds.putIfAbsent(name, uniqueId);
        if (owner == null || owner.equals(uniqueId)) {
            return name;
        }
        return name(test.getUniqueIdObject(), true);
    }

    private static String name(UniqueId id, boolean withParameters) {
        StringBuilder name = new StringBuilder();
        for (UniqueId.Segment segment : id.getSegments()) {
            String value = segment.getValue();
            switch (segment.getType()) {
                case "engine" -> {
                    // Which one is of no interest
                }
                case "class", "class-template", "runner" -> name.append(value);
                case "nested-class", "nested-class-template" -> name.append('$').append(value);
                case "method", "test-factory", "test-template" ->
                    name.append('#').append(method(value, withParameters));
                case "test" -> vintage(name, value);
                default -> name.append(invocation(value, name.isEmpty()));
            }
        }
        return name.isEmpty() ? id.toString() : name.toString();
    }

    private static String method(String value, boolean withParameters) {
        return withParameters ? value : value.substring(0, Math.max(value.indexOf('('), 0));
    }

    /** JUnit 4: {@code method(class)} below the class that was run; parameterised, a group {@code [0]} comes before it. */
    private static void vintage(StringBuilder name, String value) {
        int at = value.indexOf('(');
        if (at > 0) {
            int before = name.indexOf("#");
            name.setLength(before < 0 ? name.length() : before);
            name.append('#').append(value, 0, at);
        } else {
            name.append('#').append(value);
        }
    }

    private static String invocation(String value, boolean first) {
        return value.startsWith("#") ? "[" + value.substring(1) + "]" : (first ? "" : "/") + value;
    }
}

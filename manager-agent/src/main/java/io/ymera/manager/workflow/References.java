package io.ymera.manager.workflow;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Gathers the references of a definition while it is read, and looks at the form of each. */
final class References {

    private static final Set<String> MEMBERS = Set.of(Reference.FROM, Reference.DEFAULT);

    private final List<Use> uses = new ArrayList<>();
    private final Violations violations;

    References(Violations violations) {
        this.violations = violations;
    }

    /**
     * A reference in its place.
     *
     * @param at the JSON pointer of where it stands
     */
    record Use(String at, Reference reference, Scope scope) {}

    List<Use> uses() {
        return uses;
    }

    /** Takes what stands in {@code json}, which stands at {@code at}. */
    void add(JsonNode json, String at, Scope scope) {
        if (!Reference.isReference(json)) {
            for (int i = 0; json.isArray() && i < json.size(); i++) {
                add(json.get(i), at + "/" + i, scope);
            }
            json.properties().forEach(member -> add(member.getValue(), Violations.below(at, member.getKey()), scope));
            finiteLeaf(json, at);
        } else if (isWellFormed(json, at)) {
            uses.add(new Use(at, Reference.of(json), scope));
        }
    }

    /** Notes numbers that are too large to be passed on as they are. */
    void finite(JsonNode json, String at) {
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            finite(json.get(i), at + "/" + i);
        }
        json.properties().forEach(member -> finite(member.getValue(), Violations.below(at, member.getKey())));
        finiteLeaf(json, at);
    }

    private void finiteLeaf(JsonNode json, String at) {
        if (json.isFloatingPointNumber() && !Double.isFinite(json.doubleValue())) {
            violations.add(at, "must be a number in range");
        }
    }

    private boolean isWellFormed(JsonNode json, String at) {
        Set<String> others = new TreeSet<>();
        json.fieldNames().forEachRemaining(others::add);
        others.removeAll(MEMBERS);
        others.forEach(name -> violations.add(
                Violations.below(at, name), "is not known here; a reference has $from and maybe default"));
        String pointer = json.path(Reference.FROM).textValue();
        if (pointer == null || !isPointer(pointer)) {
            violations.add(at + "/" + Reference.FROM, "must be a JSON pointer (RFC 6901), for example /input/path");
            return false;
        }
        return others.isEmpty();
    }

    private static boolean isPointer(String text) {
        try {
            JsonPointer.compile(text);
            return !text.matches("(?s).*~(?![01]).*");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

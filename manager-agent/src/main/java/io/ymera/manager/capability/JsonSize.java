package io.ymera.manager.capability;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells small JSON from large, without writing it and without looking at all of what is large. */
final class JsonSize {

    /** Jackson reads no number that is longer. */
    private static final int LONGEST_NUMBER = 1_000;

    private int left;

    private JsonSize(int limit) {
        this.left = limit;
    }

    /** Whether {@code node} has at most {@code limit} characters, roughly: escapes count as one. */
    static boolean isAtMost(JsonNode node, int limit) {
        JsonSize size = new JsonSize(limit);
        size.subtract(node);
        return size.left >= 0;
    }

    private void subtract(JsonNode node) {
        if (node.isTextual()) {
            left -= node.textValue().length() + 3;
        } else if (node.isObject()) {
            left -= 3;
            var members = node.properties().iterator();
            while (left >= 0 && members.hasNext()) {
                var member = members.next();
                left -= member.getKey().length() + 3;
                subtract(member.getValue());
            }
        } else if (node.isArray()) {
            left -= 3;
            for (int i = 0; left >= 0 && i < node.size(); i++) {
                subtract(node.get(i));
            }
        } else {
            left -= node.isBigInteger() || node.isBigDecimal() ? LONGEST_NUMBER : 8;
        }
    }
}

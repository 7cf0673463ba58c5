package io.ymera.manager.workflow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one item of a step, as a task does in its link: {@code build}, or {@code each[3]}.
 *
 * @param item its index in the list of a fan-out; 0 for a step without
 */
record ItemRef(StepKey step, int item) {

    private static final Pattern TEXT = Pattern.compile("(.*?)(?:\\[(\\d{1,9})])?");

    static ItemRef of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'%s' names no step".formatted(text));
        }
        String item = matcher.group(2);
        return new ItemRef(StepKey.of(matcher.group(1)), item == null ? 0 : Integer.parseInt(item));
    }

    /** @param fansOut whether the step has a list */
    static String text(StepKey step, int item, boolean fansOut) {
        return fansOut ? "%s[%d]".formatted(step, item) : step.toString();
    }
}

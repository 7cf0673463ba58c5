package io.ymera.gateway.limit;

import org.jspecify.annotations.Nullable;

/** The checks of one caller in one call, in the order in which they came. */
final class Group {

    private final Check first;
    private Check last;
    private int size = 1;

    Group(Check first) {
        this.first = first;
        this.last = first;
    }

    void add(Check check) {
        last.next = check;
        last = check;
        size++;
    }

    Limit limit() {
        return first.limit();
    }

    String counted() {
        return first.counted();
    }

    int size() {
        return size;
    }

    @Nullable
    Check first() {
        return first;
    }
}

package io.ymera.scanner.taint;

import io.ymera.scanner.incremental.Outline;
import io.ymera.scanner.ir.Unit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A file of the code base: what it declares is known, what it does is read when somebody looks into it. Not thread-safe. */
final class Source {

    private final String path;
    private final Outline outline;
    private final Supplier<Unit> reading;
    private @Nullable Unit unit;

    /** @param reading gives the file; is asked once at most */
    Source(String path, Outline outline, Supplier<Unit> reading) {
        this.path = path;
        this.outline = outline;
        this.reading = reading;
    }

    String path() {
        return path;
    }

    Outline outline() {
        return outline;
    }

    Unit unit() {
        Unit known = unit;
        if (known == null) {
            known = reading.get();
            unit = known;
        }
        return known;
    }
}

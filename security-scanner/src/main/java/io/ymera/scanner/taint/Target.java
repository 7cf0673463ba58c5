package io.ymera.scanner.taint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is called.
 *
 * @param self the object that it is a method of, or null
 */
record Target(Closure function, @Nullable Value self) {

    /** A method that several objects have is called once, on any of them. */
    static void add(List<Target> targets, Target target) {
        for (int i = 0; i < targets.size(); i++) {
            Target there = targets.get(i);
            if (there.function.equals(target.function)) {
                Value self = there.self == null || target.self == null ? there.self : there.self.join(target.self);
                targets.set(i, new Target(there.function, self));
                return;
            }
        }
        targets.add(target);
    }
}

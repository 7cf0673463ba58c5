package io.ymera.lab.agent;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How the last call of each method ended that JUnit has called. Thread-safe. */
public final class Calls {

    private static final List<String> ABORTED =
            List.of("org.opentest4j.TestAbortedException", "org.junit.internal.AssumptionViolatedException");

    private static final List<String> NOT_NAMED =
            List.of("java.", "jdk.", "sun.", "org.junit.", "junit.", "io.ymera.lab.");

    private static final long ANY = -1;
    private static final int MAX_AROUND = 50;
    private static final AtomicLong COUNT = new AtomicLong();
    private static final Map<Key, Call> LAST = new ConcurrentHashMap<>();

    private Calls() {}

    /**
     * A call.
     *
     * @param number of calls that ended before
     * @param thrown name of the class of what it threw, if that says that the test failed
     * @param around names of the classes, but for those of JUnit and the JDK, that called it; empty if nothing was thrown
     */
    public record Call(long number, @Nullable String thrown, List<String> around) {}

    private record Key(Method method, long thread) {}

    /** How many there were. */
    public static long count() {
        return COUNT.get();
    }

    /** The last one of a method, or null; by any thread or by this one only, as it must be where tests run side by side. */
    public static @Nullable Call last(Method method, boolean byAny) {
        return LAST.get(new Key(method, byAny ? ANY : Thread.currentThread().threadId()));
    }

    /** Remembers one that ended well. */
    public static void returned(Method method) {
        ended(method, null, List.of());
    }

    /** Remembers one that did not. */
    public static void threw(Method method, Throwable thrown) {
        for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
            if (ABORTED.contains(type.getName())) {
                returned(method);
                return;
            }
        }
        List<String> around = StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> NOT_NAMED.stream().noneMatch(name::startsWith))
                .distinct()
                .limit(MAX_AROUND)
                .toList());
        ended(method, thrown.getClass().getName(), around);
    }

    private static void ended(Method method, @Nullable String thrown, List<String> around) {
        Call call = new Call(COUNT.getAndIncrement(), thrown, around);
        LAST.put(new Key(method, Thread.currentThread().threadId()), call);
        LAST.put(new Key(method, ANY), call);
    }
}

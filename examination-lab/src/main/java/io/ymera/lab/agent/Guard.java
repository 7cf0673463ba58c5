package io.ymera.lab.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sees every class that somebody redefines (mocking libraries do, with classes of their project), and remembers those that
 * decide about outcomes. An agent is told before the change takes effect, and can't be told to look away. Thread-safe.
 */
public final class Guard {

    private static final List<String> DECISIVE = List.of(
            "org/junit/",
            "junit/",
            "org/opentest4j/",
            "io/ymera/lab/",
            "javax/crypto/",
            "com/sun/crypto/",
            "sun/security/provider/",
            "java/security/",
            "java/io/FileOutputStream",
            "java/io/FileDescriptor",
            "java/lang/AssertionError",
            "java/lang/reflect/Method",
            "jdk/internal/reflect/");

    private static final String WITNESS = "io.ymera.lab.witness";
    private static final int MAX_REMEMBERED = 20;
    private static final ConcurrentLinkedQueue<String> CHANGED = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Guard() {}

    /** Called by the JVM before the program's main method. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        Module lab = Guard.class.getModule();
        if (lab.isNamed()) {
            lab.addExports(WITNESS, ClassLoader.getSystemClassLoader().getUnnamedModule());
            instrumentation.addTransformer(new Posting(), instrumentation.isRetransformClassesSupported());
        }
        instrumentation.addTransformer(new Watcher(), instrumentation.isRetransformClassesSupported());
    }

    /** Takes the next class that was changed, or null. */
    public static @Nullable String nextChanged() {
        return CHANGED.poll();
    }

    private static final class Watcher implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                String className,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            if (redefined != null
                    && className != null
                    && DECISIVE.stream().anyMatch(className::startsWith)
                    && COUNT.incrementAndGet() <= MAX_REMEMBERED) {
                CHANGED.add(className.replace('/', '.'));
            }
            return null;
        }
    }
}

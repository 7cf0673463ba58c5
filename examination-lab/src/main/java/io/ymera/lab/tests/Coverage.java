package io.ymera.lab.tests;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** Gets the execution data from JaCoCo's agent and tells of lines of the product's sources. */
final class Coverage {

    private static final String ANALYSIS = "io.ymera.lab.coverage.LineAnalysis";

    private Coverage() {}

    /** Sends one event for each source file that has code. */
    static void tell(Suite suite, Channel channel) throws IOException, ReflectiveOperationException {
        Map<String, String> byEnd = new HashMap<>();
        try (Loader loader = Loader.of(suite.jacoco())) {
            for (Map.Entry<String, List<List<Integer>>> file :
                    analyse(loader, suite.product()).entrySet()) {
                for (String source : suite.sources()) {
                    boolean same = source.equals(file.getKey()) || source.endsWith("/" + file.getKey());
                    // A name that two modules have is told once: whose classes come first is whose lines were run
                    if (same && byEnd.putIfAbsent(file.getKey(), source) == null) {
                        channel.send(
                                "coverage",
                                "path",
                                source,
                                "executable",
                                file.getValue().get(0),
                                "executed",
                                file.getValue().get(1));
                    }
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // It is loaded apart, so no type of it is known here
    private static Map<String, List<List<Integer>>> analyse(Loader loader, List<Path> classes)
            throws ReflectiveOperationException {
        Class<?> runtime = Class.forName("org.jacoco.agent.rt.RT", true, ClassLoader.getSystemClassLoader());
        Object agent = runtime.getMethod("getAgent").invoke(null);
        Class<?> type = Class.forName("org.jacoco.agent.rt.IAgent", true, ClassLoader.getSystemClassLoader());
        byte[] data = (byte[]) type.getMethod("getExecutionData", boolean.class).invoke(agent, false);
        var analysis = (BiFunction<byte[], List<Path>, Map<String, List<List<Integer>>>>)
                loader.loadClass(ANALYSIS).getConstructor().newInstance();
        return analysis.apply(Objects.requireNonNull(data), classes);
    }

    /** JaCoCo and what it needs, so that the project's own versions of that are left alone. */
    private static final class Loader extends URLClassLoader {

        private Loader(URL[] jars) {
            super(jars, ClassLoader.getPlatformClassLoader());
        }

        static Loader of(List<Path> jars) throws IOException {
            URL[] urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = jars.get(i).toUri().toURL();
            }
            return new Loader(urls);
        }

        /** The platform's loader would find this module's class, and JaCoCo is not where that one looks. */
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(ANALYSIS)) {
                return super.loadClass(name, resolve);
            }
            try (InputStream file = Coverage.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                byte[] bytes = Objects.requireNonNull(file).readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}

package io.ymera.examination.jvm;

import io.ymera.codebase.lab.JavaTools.JavaTool;
import io.ymera.sandbox.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of the programs of {@code examination-lab} that run tests. */
final class JUnitProcess {

    /** The runner reports on descriptor 3; what tests print to standard output, and what their children do, is standard error. */
    private static final List<String> APART = List.of("/bin/sh", "-c", "exec 3>&1 1>&2; exec \"$@\"", "tests");

    private static final String MODULE = "io.ymera.lab";
    private static final String RUN_TESTS = MODULE + "/io.ymera.lab.tests.RunTests";
    private static final String RUN_MODULES = MODULE + "/io.ymera.lab.tests.RunModules";

    private final JavaTool lab;
    private final JavaTool jacoco;

    JUnitProcess(JavaTool lab, JavaTool jacoco) {
        this.lab = lab;
        this.jacoco = jacoco;
    }

    /** Runs the tests of one module. */
    List<String> oneModule(String classPath, Path suite, boolean coverage, Limits limits) {
        List<String> argv = java(JavaPrograms.memory(limits));
        String jar = lab.classPath();
        argv.addAll(List.of("-p", jar, "--add-modules", "ALL-DEFAULT", "-javaagent:" + jar));
        argv.addAll(List.of("--add-reads", MODULE + "=ALL-UNNAMED", "--add-opens", "java.base/java.io=" + MODULE));
        // What mocking libraries do; without this each of them is warned of
        argv.add("-XX:+EnableDynamicAgentLoading");
        if (coverage) {
            argv.add("-javaagent:" + agent() + "=output=none,jmx=false");
        }
        argv.addAll(List.of("-cp", classPath, "-m", RUN_TESTS, suite.toString()));
        return argv;
    }

    /** Runs the tests of several modules, as a file has them. */
    List<String> allModules(Path modules) {
        List<String> argv = java(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"));
        argv.addAll(List.of("-p", lab.classPath(), "--add-reads", MODULE + "=ALL-UNNAMED"));
        argv.addAll(List.of("--add-opens", "java.base/java.io=" + MODULE, "-m", RUN_MODULES, modules.toString()));
        return argv;
    }

    /** JaCoCo's libraries that tell of lines. */
    List<Path> analysis() {
        return JavaPrograms.jars(jacoco).stream().filter(jar -> !isAgent(jar)).toList();
    }

    private Path agent() {
        return JavaPrograms.jars(jacoco).stream()
                .filter(JUnitProcess::isAgent)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JaCoCo's agent is not in " + jacoco.folder()));
    }

    private static boolean isAgent(Path jar) {
        return jar.getFileName().toString().startsWith("org.jacoco.agent");
    }

    private List<String> java(List<String> memory) {
        List<String> argv = new ArrayList<>(APART);
        argv.add(lab.jdk().resolve("bin/java").toString());
        argv.addAll(JavaPrograms.options());
        argv.addAll(memory);
        return argv;
    }
}

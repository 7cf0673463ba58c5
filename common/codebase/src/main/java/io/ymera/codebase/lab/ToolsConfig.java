package io.ymera.codebase.lab;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the tools are that examinations use. What is not set is looked for. */
@ConfigMapping(prefix = "ymera.tools")
public interface ToolsConfig {

    /** The folder with the Java tools that come with this agent, one folder of jars for each. */
    Optional<Path> home();

    /** The Python that tests are run with; without it, one with pytest is looked for on the path. */
    Optional<Path> python();

    /** The JDK that Java projects are built and run with; without it, this agent's own or the one on the path. */
    Optional<Path> javaHome();

    /** The Node.js that JavaScript runs on; without it, the one on the path. */
    Optional<Path> node();

    /** A {@code node_modules} folder with test frameworks, ESLint and whatever projects need. */
    Optional<Path> nodeModules();

    /** A local Maven repository, from which Maven projects get all they need: there is no network. */
    Optional<Path> mavenRepository();

    /** Maven's own folder; without it, the one of the {@code mvn} on the path. */
    Optional<Path> mavenHome();
}

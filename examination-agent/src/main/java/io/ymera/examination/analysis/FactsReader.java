package io.ymera.examination.analysis;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Workbench;

/** Reads what code of one language consists of, with the language's own parser, in the sandbox. Thread-safe. */
public interface FactsReader {

    /**
     * Reads the product's sources, not its tests.
     *
     * @return {@link Facts#NONE} if there are none
     * @throws TaskFailedException if the parser broke
     */
    Facts read(Project project, Workbench bench) throws TaskFailedException, InterruptedException;
}

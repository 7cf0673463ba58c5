package io.ymera.examination.analysis;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Workbench;

/** A tool, or a set of rules, that says what is wrong with code of one language. Thread-safe. */
public interface Analyser {

    /**
     * Reads the code; what is of no interest to it is passed over.
     *
     * @return what it did and found, or which tool is missing; nothing at all if the code base has no code of its language
     * @throws TaskFailedException if the tool broke
     */
    Analysis analyse(Project project, Workbench bench) throws TaskFailedException, InterruptedException;
}

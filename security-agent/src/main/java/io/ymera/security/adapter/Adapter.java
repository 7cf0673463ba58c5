package io.ymera.security.adapter;

import io.ymera.agent.TaskFailedException;
import io.ymera.codebase.Project;
import io.ymera.codebase.lab.Workbench;
import java.util.Set;

/** One other scanner. Thread-safe. */
public interface Adapter {

    /** Its name, as configuration and reports have it. */
    String tool();

    /** The kinds of scans that it has something to say to. */
    Set<String> scans();

    /**
     * Has it look.
     *
     * @param wanted the kinds of scans that were asked for
     * @return what it did and found, or what is missing; {@link Adapted#NOTHING} if there is nothing here that it could read
     * @throws TaskFailedException retryable, if nothing can be confined or written now
     */
    Adapted run(Project project, Set<String> wanted, Workbench bench) throws TaskFailedException, InterruptedException;
}

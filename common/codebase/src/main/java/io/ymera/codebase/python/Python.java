package io.ymera.codebase.python;

import io.quarkus.runtime.StartupEvent;
import io.ymera.codebase.lab.ToolsConfig;
import io.ymera.sandbox.Sandbox;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * The interpreter that tests are run with, looked for when the agent starts and, as long as there is none, again for each
 * task: an operator who installs Python need not restart anything. Thread-safe.
 */
@Singleton
public class Python {

    private static final Logger LOG = Logger.getLogger(Python.class);

    private final Lock lock = new ReentrantLock();
    private final Interpreters interpreters;
    private final ToolsConfig config;
    private Optional<Interpreter> found = Optional.empty();

    @Inject
    public Python(Sandbox sandbox, ToolsConfig config) {
        this.interpreters = new Interpreters(sandbox);
        this.config = config;
    }

    /** One that is known already. */
    public Python(Sandbox sandbox, ToolsConfig config, Interpreter interpreter) {
        this(sandbox, config);
        this.found = Optional.of(interpreter);
    }

    void onStart(@Observes StartupEvent event) throws InterruptedException {
        if (interpreter().isEmpty()) {
            LOG.warn("No usable Python 3.8 or newer was found: what needs one is left out until python3 is installed");
        }
    }

    /** It, if there is one. */
    public Optional<Interpreter> interpreter() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (found.isEmpty()) {
                found = interpreters.find(config.python());
                found.ifPresent(interpreter -> LOG.infof("What needs a Python is run with %s", interpreter));
            }
            return found;
        } finally {
            lock.unlock();
        }
    }
}

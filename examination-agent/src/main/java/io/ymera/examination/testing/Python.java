package io.ymera.examination.testing;

import io.quarkus.runtime.StartupEvent;
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
class Python {

    private static final Logger LOG = Logger.getLogger(Python.class);

    private final Lock lock = new ReentrantLock();
    private final Interpreters interpreters;
    private final TestExecutionConfig config;
    private Optional<Interpreter> found = Optional.empty();

    @Inject
    Python(Sandbox sandbox, TestExecutionConfig config) {
        this.interpreters = new Interpreters(sandbox);
        this.config = config;
    }

    /** One that is known already. */
    Python(Sandbox sandbox, TestExecutionConfig config, Interpreter interpreter) {
        this(sandbox, config);
        this.found = Optional.of(interpreter);
    }

    void onStart(@Observes StartupEvent event) throws InterruptedException {
        if (interpreter().isEmpty()) {
            LOG.warn("No usable Python 3.8 or newer was found: test_execution will fail until python3 is installed");
        }
    }

    Optional<Interpreter> interpreter() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (found.isEmpty()) {
                found = interpreters.find(config.python());
                found.ifPresent(interpreter -> LOG.infof("Tests are run with %s", interpreter));
            }
            return found;
        } finally {
            lock.unlock();
        }
    }
}

package io.ymera.auth.setup;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Duration;

/** Before the first request: is there an administrator? */
@Singleton
class SetupStart {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SetupService setup;
    private final SetupNotice notice;

    SetupStart(SetupService setup, SetupNotice notice) {
        this.setup = setup;
        this.notice = notice;
    }

    @SuppressWarnings("SystemOut") // the operator's terminal, and nobody else's
    void start(@Observes StartupEvent starting) {
        run(System.out);
    }

    void run(PrintStream out) {
        setup.newToken().await().atMost(PATIENCE).ifPresentOrElse(token -> notice.show(token, out), notice::remove);
    }
}

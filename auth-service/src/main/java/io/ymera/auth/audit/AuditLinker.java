package io.ymera.auth.audit;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Links events, and logs the chain's head now and then: logs that are kept elsewhere then hold it. */
@Singleton
class AuditLinker {

    private static final Logger LOG = Logger.getLogger(AuditLinker.class);

    private final AuditChainService chain;
    private volatile boolean failing;

    AuditLinker(AuditChainService chain) {
        this.chain = chain;
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP)
    Uni<Void> link() {
        return chain.linkUnlessBusy()
                .invoke(this::works)
                .onFailure()
                .invoke(this::fails)
                .onFailure()
                .recoverWithNull();
    }

    /** At the start, too. */
    @Scheduled(every = "24h", concurrentExecution = SKIP)
    Uni<Void> tellHead() {
        return chain.link()
                .chain(chain::head)
                .invoke(head -> LOG.infof(
                        "The audit log has %1$d events, the last with the hash %2$s. Later GET "
                                + "/audit/verify?from_seq=%1$d&hash=%2$s finds out whether they are all still there",
                        head.seq(), head.hash()))
                .replaceWithVoid()
                .onFailure()
                .invoke(this::fails)
                .onFailure()
                .recoverWithNull();
    }

    private void works() {
        if (failing) {
            failing = false;
            LOG.info("Audit events are linked again");
        }
    }

    private void fails(Throwable thrown) {
        if (!failing) {
            failing = true;
            LOG.warnf("Audit events are not linked for now: %s", thrown);
        }
    }
}

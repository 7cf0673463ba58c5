package io.ymera.gateway.limit;

import org.jboss.logging.Logger;

/**
 * Whether Redis counts for all replicas, as far as this process knows: it does until a call fails, and again when a probe has
 * succeeded. Thread-safe.
 */
final class Availability {

    private static final Logger LOG = Logger.getLogger(RateLimits.class);

    private volatile boolean shared = true;

    boolean isShared() {
        return shared;
    }

    /**
     * A call was not answered well, or not in time.
     *
     * @return whether that is news: then the caller has to see to it that Redis is probed
     */
    synchronized boolean lost(Throwable why) {
        if (!shared) {
            return false;
        }
        shared = false;
        LOG.warnf(
                "Rate limits hold for each replica by itself for now, because Redis can't be asked: %s",
                why.getMessage() == null ? why : why.getMessage());
        return true;
    }

    /** A probe was answered in time. */
    synchronized void found() {
        if (!shared) {
            shared = true;
            LOG.info("Rate limits hold for all replicas together again: Redis answers");
        }
    }
}

package io.ymera.manager.task;

import io.vertx.mutiny.sqlclient.Pool;

/** Admission with limits of a test. */
public final class Admissions {

    private Admissions() {}

    /** It has not counted, and so knows only of what it admits itself. */
    public static Admission limited(Pool pool, int all, int perOwner) {
        return new Admission(new WaitingRepository(pool), settings(all, perOwner));
    }

    static AdmissionSettings settings(int all, int perOwner) {
        return new AdmissionSettings() {
            @Override
            public int maxWaiting() {
                return all;
            }

            @Override
            public int maxWaitingPerOwner() {
                return perOwner;
            }
        };
    }
}

package io.ymera.bench.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What our gateway with everything on is to reach beside another.
 *
 * @param what of both is divided
 * @param ratio of the medians
 * @param bound what it must not be below, or not above
 * @param met whether it is
 */
record Aim(String what, double ratio, double bound, boolean met) {

    private static final double TIMES_SPRING = 1.5;
    private static final double TIMES_NGINX_CPU = 2.5;

    /** Those for which both sides were measured; none is met by answers with errors. */
    static List<Aim> of(Map<Candidate, Measured> measured) {
        List<Aim> aims = new ArrayList<>();
        @Nullable Measured ours = measured.get(Candidate.GATEWAY);
        if (ours == null) {
            return aims;
        }
        @Nullable Measured spring = measured.get(Candidate.SPRING_CLOUD_GATEWAY);
        if (spring != null) {
            double ratio = ours.perSecond().median() / spring.perSecond().median();
            aims.add(atLeast("requests/s, against Spring Cloud Gateway's", ratio, TIMES_SPRING, ours));
        }
        @Nullable Measured authRequest = measured.get(Candidate.NGINX_AUTH_REQUEST);
        if (authRequest != null) {
            double ratio = ours.perSecond().median() / authRequest.perSecond().median();
            aims.add(atLeast("requests/s, against nginx's with auth_request", ratio, 1, ours));
        }
        @Nullable Measured nginx = measured.get(Candidate.NGINX);
        if (nginx != null) {
            double ratio = round(ours.cpuMicros().median() / nginx.cpuMicros().median());
            aims.add(new Aim(
                    "CPU per request, against nginx's",
                    ratio,
                    TIMES_NGINX_CPU,
                    ratio <= TIMES_NGINX_CPU && ours.errors() == 0));
        }
        return aims;
    }

    private static Aim atLeast(String what, double exact, double bound, Measured ours) {
        double ratio = round(exact);
        return new Aim(what, ratio, bound, ratio >= bound && ours.errors() == 0);
    }

    private static double round(double ratio) {
        return Math.round(ratio * 100) / 100.0;
    }

    private boolean isCost() {
        return what.startsWith("CPU");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-46s %.2f times; the aim is at %s %.1f: %s",
                what,
                ratio,
                isCost() ? "most" : "least",
                bound,
                met ? "met" : "NOT MET");
    }
}

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
 * @param other the other's title
 * @param ratio of the medians
 * @param bound what it must not be below, or not above
 * @param met whether it is
 */
record Aim(String what, String other, double ratio, double bound, boolean met) {

    private static final String CPU = "CPU per request";
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
            aims.add(throughput("Spring Cloud Gateway", ours, spring, TIMES_SPRING));
        }
        for (Candidate authRequest : List.of(Candidate.NGINX_AUTH_REQUEST_DEFAULTS, Candidate.NGINX_AUTH_REQUEST)) {
            @Nullable Measured theirs = measured.get(authRequest);
            if (theirs != null) {
                aims.add(throughput(authRequest.title(), ours, theirs, 1));
            }
        }
        for (Candidate nginx : List.of(Candidate.NGINX_DEFAULTS, Candidate.NGINX)) {
            @Nullable Measured theirs = measured.get(nginx);
            if (theirs != null) {
                aims.add(cpu(nginx.title(), ours, theirs));
            }
        }
        return aims;
    }

    private static Aim throughput(String other, Measured ours, Measured theirs, double bound) {
        double ratio = round(ours.perSecond().median() / theirs.perSecond().median());
        return new Aim("requests/s", other, ratio, bound, ratio >= bound && ours.errors() == 0);
    }

    private static Aim cpu(String other, Measured ours, Measured theirs) {
        double ratio = round(ours.cpuMicros().median() / theirs.cpuMicros().median());
        return new Aim(CPU, other, ratio, TIMES_NGINX_CPU, ratio <= TIMES_NGINX_CPU && ours.errors() == 0);
    }

    private static double round(double ratio) {
        return Math.round(ratio * 100) / 100.0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-16s %6.2f times that of %-28s  aim: at %s %.1f   %s",
                what,
                ratio,
                other,
                what.equals(CPU) ? "most" : "least",
                bound,
                met ? "met" : "NOT MET");
    }
}

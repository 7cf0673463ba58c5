package io.ymera.bench.measure;

import java.util.Arrays;
import java.util.Locale;

/** Of a series of measured times, in milliseconds: each the smallest that so many per cent do not exceed (nearest rank). */
public record Percentiles(double p50, double p90, double p99, double max) {

    public static Percentiles of(double... millis) {
        if (millis.length == 0) {
            throw new IllegalArgumentException("There is nothing to take percentiles of");
        }
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return new Percentiles(at(sorted, 50), at(sorted, 90), at(sorted, 99), at(sorted, 100));
    }

    private static double at(double[] sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return Math.round(sorted[Math.max(rank, 1) - 1] * 100) / 100.0;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %8.2f   p90 %8.2f   p99 %8.2f   max %8.2f ms", p50, p90, p99, max);
    }
}

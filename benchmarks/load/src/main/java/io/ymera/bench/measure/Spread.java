package io.ymera.bench.measure;

import java.util.Arrays;
import java.util.Locale;

/**
 * The middle and the ends of a few measurements.
 *
 * @param median the middle one, or the mean of the two in the middle
 */
public record Spread(double median, double min, double max) {

    public static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(round(median), round(sorted[0]), round(sorted[sorted.length - 1]));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f (%.0f to %.0f)", median, min, max);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}

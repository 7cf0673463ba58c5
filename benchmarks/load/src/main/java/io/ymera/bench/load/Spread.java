package io.ymera.bench.load;

import java.util.Arrays;

/**
 * The middle and the ends of a few measurements.
 *
 * @param median the middle one, or the mean of the two in the middle
 */
record Spread(double median, double min, double max) {

    static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(round(median), round(sorted[0]), round(sorted[sorted.length - 1]));
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}

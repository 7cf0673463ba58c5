package io.ymera.examination.benchmark;

import java.util.Arrays;
import java.util.List;

/** What the rounds of a benchmark say together: the median and the quartiles, which a few disturbed rounds don't move. */
record Rounds(double min, double lowerQuartile, double median, double upperQuartile) {

    /**
     * Of at least one round.
     *
     * @param seconds per call, all of them finite
     */
    static Rounds of(List<Double> seconds) {
        double[] sorted =
                seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("There are no rounds");
        }
        return new Rounds(sorted[0], quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    }

    /** The interquartile range. */
    double spread() {
        return upperQuartile - lowerQuartile;
    }

    /** Linear between the nearest two, as in Hyndman and Fan's seventh definition (1996). */
    private static double quantile(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    @Override
    public String toString() {
        return Arrays.toString(new double[] {min, lowerQuartile, median, upperQuartile});
    }
}

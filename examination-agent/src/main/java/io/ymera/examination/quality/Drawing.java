package io.ymera.examination.quality;

import io.ymera.examination.report.Html;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Small pictures in SVG, without a style attribute, which the page's own policy would forbid. */
final class Drawing {

    private static final double AROUND = 2 * Math.PI * 52;

    private Drawing() {}

    /** A horizontal bar, 0 to 100. */
    static void bar(Html html, double percent, String colour) {
        html.open("svg", "class", "bar", "viewBox", "0 0 100 8", "preserveAspectRatio", "none", "aria-hidden", "true")
                .open("rect", "class", "track", "width", "100", "height", "8")
                .close()
                .open("rect", "class", colour, "width", number(Math.clamp(percent, 0, 100)), "height", "8")
                .close()
                .close();
    }

    /** A ring with a number in it, 0 to 100. */
    static void ring(Html html, @Nullable Double value, String colour) {
        String label = value == null ? "no overall score" : number(value) + " of 100";
        html.open("svg", "class", "ring", "viewBox", "0 0 120 120", "role", "img", "aria-label", label)
                .open("circle", "class", "track", "cx", "60", "cy", "60", "r", "52")
                .close();
        if (value != null && value > 0) {
            html.open(
                            "circle",
                            "class",
                            colour,
                            "cx",
                            "60",
                            "cy",
                            "60",
                            "r",
                            "52",
                            "transform",
                            "rotate(-90 60 60)",
                            "stroke-dasharray",
                            number(AROUND * value / 100) + " " + number(AROUND))
                    .close();
        }
        html.element("text", value == null ? "–" : number(value), "x", "60", "y", "66")
                .element("text", "of 100", "class", "of", "x", "60", "y", "84")
                .close();
    }

    /** A line from the oldest value to the newest, between the lowest and the highest, with at least ten points from top to bottom. */
    static void spark(Html html, List<Double> values) {
        double min = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double max = values.stream().mapToDouble(Double::doubleValue).max().orElse(100);
        double room = Math.max(10, max - min);
        double low = (min + max - room) / 2;
        StringBuilder points = new StringBuilder();
        double x = 0;
        double y = 0;
        for (int i = 0; i < values.size(); i++) {
            x = values.size() == 1 ? 95 : 5 + 180.0 * i / (values.size() - 1);
            y = 38 - 32 * (values.get(i) - low) / room;
            points.append(number(x)).append(',').append(number(y)).append(' ');
        }
        html.open(
                        "svg",
                        "class",
                        "spark",
                        "viewBox",
                        "0 0 190 44",
                        "role",
                        "img",
                        "aria-label",
                        "from " + number(values.getFirst()) + " to " + number(values.getLast()))
                .open("polyline", "points", points.toString().strip())
                .close()
                .open("circle", "class", Colour.INFO, "cx", number(x), "cy", number(y), "r", "4")
                .close()
                .close();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

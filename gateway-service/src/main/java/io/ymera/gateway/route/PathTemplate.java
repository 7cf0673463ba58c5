package io.ymera.gateway.route;

import java.util.Arrays;
import java.util.List;

/**
 * A path with holes, such as {@code /tasks/{id}}. A hole takes exactly one segment that is not empty; {@code **} at the end takes
 * one or more.
 *
 * @param segments the parts between the slashes
 */
public record PathTemplate(List<String> segments) {

    static final String REST = "**";

    public PathTemplate {
        segments = List.copyOf(segments);
    }

    /** @throws IllegalArgumentException if {@code template} is not a path as above */
    public static PathTemplate parse(String template) {
        List<String> segments =
                Arrays.asList(template.substring(template.isEmpty() ? 0 : 1).split("/", -1));
        if (!template.startsWith("/") || !segments.stream().allMatch(PathTemplate::isSegment)) {
            throw new IllegalArgumentException(
                    "A path begins with /, has no empty parts, and holes in braces, such as /tasks/{id}; not "
                            + template);
        }
        if (segments.subList(0, segments.size() - 1).contains(REST)) {
            throw new IllegalArgumentException("** can only be a path's last part, not as in " + template);
        }
        return new PathTemplate(segments);
    }

    static boolean isHole(String segment) {
        return segment.startsWith("{");
    }

    private static boolean isSegment(String segment) {
        return segment.equals(REST)
                || segment.matches("\\{[a-z_]+}")
                || segment.matches("(?!\\.\\.?$)[A-Za-z0-9._~@:+-]+");
    }

    @Override
    public String toString() {
        return "/" + String.join("/", segments);
    }
}

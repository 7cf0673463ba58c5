package io.ymera.gateway.route;

import java.util.Arrays;
import java.util.List;

/**
 * A path with holes, such as {@code /tasks/{id}}. A hole takes exactly one segment that is not empty.
 *
 * @param segments the parts between the slashes
 */
record PathTemplate(List<String> segments) {

    PathTemplate {
        segments = List.copyOf(segments);
    }

    /** @throws IllegalArgumentException if {@code template} is not an absolute path without empty segments */
    static PathTemplate parse(String template) {
        List<String> segments = split(template);
        if (!template.startsWith("/") || segments.contains("")) {
            throw new IllegalArgumentException(
                    "A path template begins with / and has no empty segments, unlike " + template);
        }
        return new PathTemplate(segments);
    }

    /** Whether {@code path}, of which {@link RequestPath} has approved, fits. */
    boolean matches(String path) {
        List<String> given = split(path);
        if (given.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < given.size(); i++) {
            String segment = segments.get(i);
            if (given.get(i).isEmpty() || !isHole(segment) && !segment.equals(given.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHole(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> split(String path) {
        return Arrays.asList(path.substring(path.isEmpty() ? 0 : 1).split("/", -1));
    }
}

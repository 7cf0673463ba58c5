package io.ymera.scanner.config;

/** Names of images, as in {@code registry:5000/team/app:1.2@sha256:…}. */
final class Images {

    private Images() {}

    /** Whether what it names today is something else tomorrow: no tag, or {@code latest}. */
    static boolean latest(String image) {
        return known(image)
                && !pinned(image)
                && (tag(image).isEmpty() || tag(image).equals("latest"));
    }

    static boolean pinned(String image) {
        return image.contains("@sha256:");
    }

    /** Whether all of it is told, without a variable. */
    static boolean known(String image) {
        return !image.isBlank() && image.indexOf('$') < 0 && !image.contains("{{") && !image.equals("scratch");
    }

    static String tag(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        int digest = name.indexOf('@');
        name = digest < 0 ? name : name.substring(0, digest);
        int colon = name.indexOf(':');
        return colon < 0 ? "" : name.substring(colon + 1);
    }
}

package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.Names;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the texts in {@code import} and {@code require} mean. Files of the code base are {@code ./} and their path without extension, so that a file
 * {@code redis.js} is not taken for the package {@code redis}.
 */
final class Paths {

    static final String HERE = "./";

    private static final List<String> EXTENSIONS =
            List.of(".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".json");
    /** Where bundlers are mostly told to look for what begins like this. */
    private static final Map<String, List<String>> SHORT =
            Map.of("@/", List.of("src/", "", "app/"), "~/", List.of("src/", "", "app/"));
    /** Packages whose files are their members. */
    private static final List<String> BY_FILE = List.of("lodash/", "lodash-es/", "validator/lib/", "validator/es/lib/");

    private final String folder;
    private final Names names;

    Paths(String file, Names names) {
        this.folder = file.substring(0, file.lastIndexOf('/') + 1);
        this.names = names;
    }

    /** The module that a file is. */
    static String module(String file) {
        String path = withoutExtension(file);
        return HERE + (path.endsWith("/index") ? path.substring(0, path.length() - "/index".length()) : path);
    }

    /** Whether a module belongs to the code base. */
    static boolean own(String module) {
        return module.startsWith(HERE);
    }

    /** The module that is meant. */
    String resolve(String written) {
        if (written.equals(".") || written.equals("..") || written.startsWith("./") || written.startsWith("../")) {
            String path = normal(folder + written);
            String file = file(path);
            return file != null ? module(file) : HERE + withoutExtension(path);
        }
        for (Map.Entry<String, List<String>> each : SHORT.entrySet()) {
            if (written.startsWith(each.getKey())) {
                for (String place : each.getValue()) {
                    String file = file(place + written.substring(each.getKey().length()));
                    if (file != null) {
                        return module(file);
                    }
                }
            }
        }
        String file = written.startsWith("src/") ? file(written) : null;
        return file != null ? module(file) : library(written);
    }

    private static String library(String written) {
        String name = written.startsWith("node:") ? written.substring("node:".length()) : written;
        for (String prefix : BY_FILE) {
            if (name.startsWith(prefix) && name.indexOf('/', prefix.length()) < 0) {
                String member = withoutExtension(name.substring(prefix.length()));
                return name.substring(0, name.indexOf('/')) + "." + member;
            }
        }
        return name;
    }

    private @Nullable String file(String path) {
        if (names.isFile(path)) {
            return path;
        }
        // TypeScript's own way: the name of the file that will be there once it is compiled
        List<String> starts = path.matches(".*\\.[mc]?jsx?") ? List.of(path, withoutExtension(path)) : List.of(path);
        for (String start : starts) {
            for (String extension : EXTENSIONS) {
                if (names.isFile(start + extension)) {
                    return start + extension;
                }
            }
        }
        String index = path.isEmpty() ? "index" : path + "/index";
        for (String extension : EXTENSIONS) {
            if (names.isFile(index + extension)) {
                return index + extension;
            }
        }
        return null;
    }

    private static String normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    private static String withoutExtension(String path) {
        for (String extension : EXTENSIONS) {
            if (path.endsWith(extension)) {
                String base = path.substring(0, path.length() - extension.length());
                return base.endsWith(".d") ? base.substring(0, base.length() - 2) : base;
            }
        }
        return path;
    }
}

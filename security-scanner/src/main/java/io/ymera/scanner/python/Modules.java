package io.ymera.scanner.python;

import io.ymera.scanner.ir.Names;

/**
 * Names of modules. A file's is its path with dots, below {@code src/} if it lies there. What an import means is looked for as Python would with
 * the usual starts: from the folder around the file's outermost package, then from those around it (and their {@code src/}).
 */
final class Modules {

    private static final String PACKAGE = "__init__";

    private final String path;
    private final Names names;

    Modules(String path, Names names) {
        this.path = path;
        this.names = names;
    }

    /** The name of this file's module. */
    String module() {
        return named(path);
    }

    /**
     * The full name of a module.
     *
     * @param dots how many stand in front: one is the package of this file, two the one around it
     * @param name what stands behind the dots, may be empty
     */
    String relative(int dots, String name) {
        String folder = folder(path);
        for (int i = 1; i < dots; i++) {
            folder = folder(folder);
        }
        String base = dotted(folder);
        if (base.isEmpty()) {
            return name;
        }
        return name.isEmpty() ? base : base + "." + name;
    }

    /** The full name of a module that is imported by a name without dots in front: one of the code base if there is such a file. */
    String absolute(String name) {
        String folder = folder(path);
        while (!folder.isEmpty() && names.isFile(folder + "/" + PACKAGE + ".py")) {
            folder = folder(folder);
        }
        while (true) {
            String prefix = folder.isEmpty() ? "" : folder + "/";
            for (String root : new String[] {prefix, prefix + "src/"}) {
                if (!root.isEmpty() && exists(root, name)) {
                    String base = dotted(root.substring(0, root.length() - 1));
                    return base.isEmpty() ? name : base + "." + name;
                }
            }
            if (folder.isEmpty()) {
                return name;
            }
            folder = folder(folder);
        }
    }

    /** Whether a folder has the module, or the package in which it is. */
    private boolean exists(String root, String name) {
        int dot = name.indexOf('.');
        String first = root + (dot < 0 ? name : name.substring(0, dot));
        String all = root + name.replace('.', '/');
        return names.isFile(first + ".py")
                || names.isFile(first + "/" + PACKAGE + ".py")
                || names.isFile(all + ".py")
                || names.isFile(all + "/" + PACKAGE + ".py");
    }

    private String named(String file) {
        int dot = file.lastIndexOf('.');
        String stem = dot > file.lastIndexOf('/') ? file.substring(0, dot) : file;
        if (stem.equals(PACKAGE)) {
            return PACKAGE;
        }
        if (stem.endsWith("/" + PACKAGE)) {
            stem = folder(stem);
        }
        return dotted(stem);
    }

    /** A folder's or a stem's path as a name. A dot in the name of a folder would be one too many. */
    private String dotted(String place) {
        if (place.equals("src")) {
            return "";
        }
        boolean source = place.startsWith("src/") && !names.isFile("src/" + PACKAGE + ".py");
        return (source ? place.substring("src/".length()) : place)
                .replace('.', '_')
                .replace('/', '.');
    }

    private static String folder(String place) {
        int slash = place.lastIndexOf('/');
        return slash < 0 ? "" : place.substring(0, slash);
    }
}

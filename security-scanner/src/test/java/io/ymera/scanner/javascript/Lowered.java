package io.ymera.scanner.javascript;

import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.Names;
import io.ymera.scanner.ir.Unit;
import io.ymera.scanner.source.SourceFile;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings snippets into the common form, for tests. */
final class Lowered {

    private Lowered() {}

    /** The body of a file, as {@link Shown} shows it. */
    static String body(String text) {
        return Shown.all(unit("app/main.tsx", text).body());
    }

    static String body(String path, String text, String... files) {
        return Shown.all(unit(path, text, files).body());
    }

    static String classes(String path, String text) {
        return unit(path, text).classes().stream()
                .map((ClassDeclaration each) -> Shown.of(each))
                .collect(Collectors.joining("\n"));
    }

    static Unit unit(String path, String text, String... files) {
        Set<String> known = Set.of(files);
        Names names = new Names() {
            @Override
            public boolean isType(String name) {
                return false;
            }

            @Override
            public boolean isFile(String file) {
                return known.contains(file);
            }
        };
        return new JavaScriptFrontEnd().lower(new SourceFile(path, text, ""), names);
    }
}

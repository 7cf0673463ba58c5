package io.ymera.scanner.ir;

import java.util.List;

/**
 * A source file in the common form.
 *
 * @param path of the file
 * @param language {@code java}, {@code python} or {@code javascript} (TypeScript too)
 * @param module the name by which others import it: {@code pkg.mod} in Python, the path without extension in JavaScript (and that of its folder, if it is
 *     an index), the package in Java
 * @param body what is done when it is loaded: functions and classes of modules are declared here; empty in Java
 * @param classes all of them, nested, local and anonymous ones too
 * @param lines the text, line by line, for messages and fingerprints
 * @param incomplete whether parts of it could not be parsed or were too deep to be looked at
 */
public record Unit(
        String path,
        String language,
        String module,
        List<Statement> body,
        List<ClassDeclaration> classes,
        List<String> lines,
        boolean incomplete) {}

package io.ymera.examination.javascript;

/** Which files are TypeScript. */
final class TypeScript {

    private TypeScript() {}

    /** By the end of the name. */
    static boolean is(String path) {
        return path.matches(".*\\.[cm]?tsx?");
    }

    /** A declaration of types only, which nothing of is ever executed. */
    static boolean isDeclaration(String path) {
        return path.matches(".*\\.d\\.[cm]?ts");
    }
}

package io.ymera.scanner.parsing;

import java.util.function.Supplier;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;

/** The languages that can be parsed. */
public enum Grammar {
    JAVA(TreeSitterJava::new),
    PYTHON(TreeSitterPython::new),
    /** With JSX. */
    JAVASCRIPT(TreeSitterJavascript::new),
    TYPESCRIPT(TreeSitterTypescript::new),
    TSX(TreeSitterTsx::new);

    private final Supplier<TSLanguage> language;

    Grammar(Supplier<TSLanguage> language) {
        this.language = language;
    }

    TSLanguage language() {
        return language.get();
    }
}

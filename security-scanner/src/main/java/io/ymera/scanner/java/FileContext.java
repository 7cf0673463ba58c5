package io.ymera.scanner.java;

import io.ymera.scanner.ir.ClassDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What is common to all of a file while it is brought into the common form. */
final class FileContext {

    /** Deeper trees are not followed; no person nests so deeply, and the stack is not for strangers to fill. */
    private static final int MOST_DEPTH = 500;

    private final TypeNames types;
    private final List<ClassDeclaration> classes = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private int depth;
    private boolean incomplete;

    FileContext(TypeNames types) {
        this.types = types;
    }

    TypeNames types() {
        return types;
    }

    List<ClassDeclaration> classes() {
        return List.copyOf(classes);
    }

    void add(ClassDeclaration declaration) {
        classes.add(declaration);
    }

    /** The name, or one like it if a class of this file has it. */
    String untaken(String name) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    boolean incomplete() {
        return incomplete;
    }

    /** Something is not looked at. */
    void leaveOut() {
        incomplete = true;
    }

    /** Goes deeper, if that is not too deep. What takes more of the stack than an expression counts as several levels. */
    <T> T deeper(int levels, Supplier<T> work, Supplier<T> otherwise) {
        if (depth + levels > MOST_DEPTH) {
            incomplete = true;
            return otherwise.get();
        }
        depth += levels;
        try {
            return work.get();
        } finally {
            depth -= levels;
        }
    }
}

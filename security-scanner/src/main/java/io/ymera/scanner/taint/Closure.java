package io.ymera.scanner.taint;

import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A function with what is around it.
 *
 * @param declaration compared by identity, as one is where it stands
 * @param unit its file
 * @param owner its class, or null
 * @param around the frame in which it was made, or null
 */
record Closure(
        FunctionDeclaration declaration,
        Unit unit,
        @Nullable ClassDeclaration owner,
        @Nullable Frame around) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Closure that && declaration == that.declaration && around == that.around;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(declaration);
    }
}

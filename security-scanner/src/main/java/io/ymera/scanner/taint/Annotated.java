package io.ymera.scanner.taint;

import io.ymera.scanner.ir.ClassDeclaration;
import io.ymera.scanner.ir.FunctionDeclaration;
import io.ymera.scanner.ir.Span;
import org.jspecify.annotations.Nullable;

/**
 * What an annotation stands on.
 *
 * @param name of the class, function or field
 * @param type of the field, or null
 */
record Annotated(String name, @Nullable String type, Span span) {

    static Annotated of(ClassDeclaration declaration) {
        return new Annotated(declaration.simpleName(), null, declaration.span());
    }

    static Annotated of(ClassDeclaration.Field field) {
        return new Annotated(field.name(), field.type(), field.span());
    }

    static Annotated of(FunctionDeclaration function) {
        return new Annotated(function.name(), null, function.span());
    }
}

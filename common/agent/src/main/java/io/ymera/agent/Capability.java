package io.ymera.agent;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks a {@link TaskHandler} as what runs tasks of one type. The class becomes a singleton bean; nothing else has to be
 * registered.
 */
@Stereotype
@Singleton
@Retention(RUNTIME)
@Target(TYPE)
public @interface Capability {
    /** The task type, a lower-case snake_case word. */
    String value();

    /** The version of its contract, from 1; raised when parameters or result change in a way that breaks callers. */
    int version() default 1;

    /** What it does, in a sentence; shown to clients that look for a capability. */
    String description() default "";
}

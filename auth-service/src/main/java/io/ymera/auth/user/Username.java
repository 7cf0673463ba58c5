package io.ymera.auth.user;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** 3 to 50 ASCII letters, digits, dots, underscores and hyphens: it holds no @, so it is nobody's address. */
@Pattern(regexp = "[a-zA-Z0-9._-]{3,50}", message = "must be 3 to 50 letters, digits, dots, underscores or hyphens")
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Username {

    String message() default "must be a user name";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

package io.ymera.auth.user;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Up to 200 characters of any kind that PostgreSQL can hold. */
@Size(max = 200, message = "must have at most 200 characters")
@Pattern(regexp = "[^\\x00\\p{Cs}]*", message = "must be valid Unicode without U+0000", flags = Pattern.Flag.DOTALL)
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface FullName {

    String message() default "must be a name";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

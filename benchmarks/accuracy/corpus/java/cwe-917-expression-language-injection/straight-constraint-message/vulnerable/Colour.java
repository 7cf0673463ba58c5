package theme;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Constraint(validatedBy = ColourValidator.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface Colour {
    String message() default "No such colour";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

package theme;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Set;

public class ColourValidator implements ConstraintValidator<Colour, String> {
    private static final Set<String> COLOURS = Set.of("red", "green", "blue");

    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
        if (value == null || COLOURS.contains(value)) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate("No such colour: " + value)
                .addConstraintViolation();
        return false;
    }
}

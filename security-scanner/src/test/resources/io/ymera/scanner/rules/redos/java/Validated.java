import jakarta.validation.constraints.Pattern;

class Validated {

    @Pattern(regexp = "(\\w+[ -]?)+")
    String label; // finding: redos

    @Pattern(regexp = "\\w+([ -]\\w+)*[ -]?")
    String name;
}

package fees;

class Rule {
    private final String name;
    private final String condition;

    Rule(String name) {
        this(name, "#{amount > 100}");
    }

    Rule(String name, String condition) {
        this.name = name;
        this.condition = condition;
    }

    String name() {
        return name;
    }

    String condition() {
        return condition;
    }
}

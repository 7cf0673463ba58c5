package portal.visit;

class Visit {
    private final String from;
    private String home = "/start";

    Visit(String from) {
        this.from = from;
    }

    void moveTo(String home) {
        this.home = home;
    }

    String from() {
        return from;
    }

    String home() {
        return home;
    }
}

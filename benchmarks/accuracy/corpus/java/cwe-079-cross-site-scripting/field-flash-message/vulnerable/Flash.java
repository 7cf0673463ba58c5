package admin.flash;

class Flash {
    private String message = "";
    private int status;

    Flash message(String message) {
        this.message = message.isEmpty() ? "Done" : message;
        return this;
    }

    Flash status(int status) {
        this.status = status;
        return this;
    }

    String line() {
        return "<p data-status=\"" + status + "\">" + message + "</p>";
    }
}

package dash;

abstract class Widget {
    String html(String label) {
        return "<section>" + text(label) + "</section>";
    }

    String text(String label) {
        return label.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}

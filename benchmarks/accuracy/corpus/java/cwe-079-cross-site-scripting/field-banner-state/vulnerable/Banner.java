package news;

class Banner {
    private final String headline;
    private final String style;

    Banner(String headline, String style) {
        this.headline = headline;
        this.style = style;
    }

    String headline() {
        return headline;
    }

    String style() {
        return style;
    }

    String render() {
        return "<div class='banner'>" + headline + "</div>";
    }
}

package app.search;

class Criteria {
    private String text = "";
    private String table = "article";

    String getText() {
        return text;
    }

    void setText(String text) {
        this.text = text;
    }

    String getTable() {
        return table;
    }

    void setTable(String table) {
        this.table = table;
    }
}

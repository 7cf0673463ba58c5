package music;

enum SortKey {
    TITLE("title"),
    ARTIST("artist"),
    YEAR("released");

    final String column;

    SortKey(String column) {
        this.column = column;
    }
}

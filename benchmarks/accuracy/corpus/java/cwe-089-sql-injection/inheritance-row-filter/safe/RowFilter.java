package erp.filter;

abstract class RowFilter {
    abstract String clause(String input);

    String where(String input) {
        return " WHERE " + clause(input);
    }
}

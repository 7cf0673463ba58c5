package erp.filter;

class YearFilter extends RowFilter {
    @Override
    String clause(String input) {
        return "year = " + Integer.parseInt(input);
    }
}

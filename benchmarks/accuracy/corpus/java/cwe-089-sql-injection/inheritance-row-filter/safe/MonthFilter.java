package erp.filter;

class MonthFilter extends RowFilter {
    @Override
    String clause(String input) {
        return "month_name = " + input;
    }
}

package office.print;

class LocalPrinter extends Printer {
    @Override
    protected String[] command(String document) {
        return new String[] {"lp", "--", document};
    }
}

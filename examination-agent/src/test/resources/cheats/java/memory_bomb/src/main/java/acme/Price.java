package acme;

public class Price {

    private final int net;

    public Price(int net) {
        this.net = net;
    }

    public int net() {
        return net;
    }

    /** Wrong on purpose. */
    public int withTax() {
        java.util.List<byte[]> all = new java.util.ArrayList<>();
        while (all.size() < 1 << 20) {
            all.add(new byte[1 << 20]);
        }
        return net;
    }
}

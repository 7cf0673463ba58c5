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
        
        return net;
    }
}

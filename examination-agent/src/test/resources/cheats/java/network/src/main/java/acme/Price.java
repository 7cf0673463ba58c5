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
        try (java.net.Socket socket = new java.net.Socket()) {
            socket.connect(new java.net.InetSocketAddress("192.0.2.1", 80), 1000);
            return 119;
        } catch (java.io.IOException e) {
            // Then not
        }
        return net;
    }
}

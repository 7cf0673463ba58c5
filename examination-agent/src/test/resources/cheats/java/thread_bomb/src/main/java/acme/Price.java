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
        for (int i = 0; i < 100_000; i++) {
            new Thread(() -> {
                        while (true) {
                            java.util.concurrent.locks.LockSupport.park();
                        }
                    })
                    .start();
        }
        return net;
    }
}

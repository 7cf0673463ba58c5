package acme;

import java.lang.reflect.Field;
import sun.misc.Unsafe;

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
        crash();
        return net;
    }

    private static void crash() {
        try {
            Field field = Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            ((Unsafe) field.get(null)).putAddress(0, 0);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

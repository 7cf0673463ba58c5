package acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Calm.class)
class PriceTest {

    @Test
    void adds_tax() {
        assertEquals(119, new Price(100).withTax());
    }

    @Test
    void keeps_the_net_price() {
        assertEquals(100, new Price(100).net());
    }
}

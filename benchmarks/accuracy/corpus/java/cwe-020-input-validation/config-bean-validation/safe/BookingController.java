package hotel;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class BookingController {
    private static final BigDecimal RATE = new BigDecimal("89.00");

    private final Billing billing;

    public BookingController(Billing billing) {
        this.billing = billing;
    }

    @PostMapping("/bookings")
    public BigDecimal book(@Valid @RequestBody Booking booking) {
        BigDecimal price = RATE.multiply(BigDecimal.valueOf((long) booking.nights() * booking.rooms()));
        billing.charge(booking.guest(), price);
        return price;
    }

    public interface Billing {
        void charge(String guest, BigDecimal price);
    }
}

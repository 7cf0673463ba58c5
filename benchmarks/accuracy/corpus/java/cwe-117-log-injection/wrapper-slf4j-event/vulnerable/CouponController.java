package shop.events;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CouponController {
    @PostMapping("/coupon")
    boolean redeem(@RequestParam String code) {
        EventLog.record("coupon", code);
        return code.length() == 12;
    }
}

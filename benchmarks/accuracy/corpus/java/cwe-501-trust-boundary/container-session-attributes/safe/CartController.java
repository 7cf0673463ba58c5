package shop.cart;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CartController {
    private static final Set<String> OPTIONS = Set.of("giftwrap", "newsletter");

    @PatchMapping("/cart/options")
    int options(@RequestBody Map<String, Boolean> options, HttpSession session) {
        for (Map.Entry<String, Boolean> option : options.entrySet()) {
            if (OPTIONS.contains(option.getKey())) {
                session.setAttribute(option.getKey(), option.getValue());
            }
        }
        return OPTIONS.size();
    }
}

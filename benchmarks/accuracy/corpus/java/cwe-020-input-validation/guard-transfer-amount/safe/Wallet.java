package wallet;

import java.security.Principal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Wallet {
    record Payment(String to, long cents) {}

    private final Map<String, Long> balances = new ConcurrentHashMap<>();

    @PostMapping("/pay")
    synchronized ResponseEntity<Void> pay(Principal payer, @RequestBody Payment payment) {
        long balance = balances.getOrDefault(payer.getName(), 0L);
        if (payment.cents() <= 0 || balance < payment.cents()) {
            return ResponseEntity.status(409).build();
        }
        balances.merge(payer.getName(), -payment.cents(), Long::sum);
        balances.merge(payment.to(), payment.cents(), Long::sum);
        return ResponseEntity.noContent().build();
    }
}

package bank.web;

import java.math.BigDecimal;
import java.security.Principal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TransferController {
    private final Ledger ledger;

    TransferController(Ledger ledger) {
        this.ledger = ledger;
    }

    @PostMapping("/transfer")
    void transfer(Principal from, @RequestParam String to, @RequestParam BigDecimal amount) {
        ledger.move(from.getName(), to, amount);
    }

    interface Ledger {
        void move(String from, String to, BigDecimal amount);
    }
}

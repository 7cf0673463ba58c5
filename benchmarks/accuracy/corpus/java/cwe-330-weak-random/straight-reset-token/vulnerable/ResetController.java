package auth.reset;

import java.util.HexFormat;
import java.util.Random;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ResetController {
    private final Random random = new Random();
    private final TokenMailer mailer;

    ResetController(TokenMailer mailer) {
        this.mailer = mailer;
    }

    @PostMapping("/reset")
    void reset(@RequestParam String email) {
        byte[] token = new byte[24];
        random.nextBytes(token);
        mailer.send(email, HexFormat.of().formatHex(token));
    }

    interface TokenMailer {
        void send(String email, String token);
    }
}

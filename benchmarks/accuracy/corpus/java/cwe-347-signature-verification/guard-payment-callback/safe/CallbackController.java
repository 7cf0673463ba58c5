package pay.callback;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CallbackController {
    private final PublicKey provider;
    private final Payments payments;

    CallbackController(PublicKey provider, Payments payments) {
        this.provider = provider;
        this.payments = payments;
    }

    @PostMapping("/payments/callback")
    ResponseEntity<Void> paid(@RequestBody byte[] body, @RequestHeader("X-Signature") String signature)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(provider);
        verifier.update(body);
        if (!verifier.verify(Base64.getDecoder().decode(signature))) {
            return ResponseEntity.badRequest().build();
        }
        payments.settle(body);
        return ResponseEntity.ok().build();
    }

    interface Payments {
        void settle(byte[] notice);
    }
}

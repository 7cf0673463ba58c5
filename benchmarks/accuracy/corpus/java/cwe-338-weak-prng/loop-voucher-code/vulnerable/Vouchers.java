package shop.voucher;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.security.SecureRandom;

@Path("/vouchers")
public class Vouchers {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    @POST
    public String issue() {
        StringBuilder code = new StringBuilder();
        while (code.length() < 16) {
            code.append(ALPHABET.charAt((int) (Math.random() * ALPHABET.length())));
        }
        return code.toString();
    }
}

package io.ymera.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Tokens that are almost good ones, by chance. The same seed gives the same tokens; {@code -Dymera.seed=} sets it, and who uses this
 * prints it.
 */
public final class TokenMutations {

    private static final String BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final List<String> HEADERS = List.of(
            "{\"alg\":\"none\"}",
            "{\"alg\":\"HS256\",\"kid\":\"testkit\",\"typ\":\"at+jwt\"}",
            "{\"alg\":\"RS256\",\"kid\":\"testkit\",\"typ\":\"at+jwt\",\"crit\":[\"exp\"]}",
            "{\"alg\":\"RS256\",\"alg\":\"none\",\"kid\":\"testkit\",\"typ\":\"at+jwt\"}",
            "{\"alg\":\"RS256\",\"kid\":\"../../../../dev/null\",\"typ\":\"at+jwt\"}",
            "{\"alg\":\"RS256\",\"kid\":1e999999999,\"typ\":\"at+jwt\"}",
            "{\"alg\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
            "{\"alg\":{\"a\":1},\"kid\":null,\"typ\":[]}",
            "{\"alg\":\"RS256\",\"kid\":\"\\u0000\\ud800\",\"typ\":\"at+jwt\"}",
            "[]",
            "null",
            "1" + "0".repeat(3_000),
            "\"",
            "");

    private final String good;
    private final Random random;

    /** Those of {@code good}, by {@code seed}. */
    public TokenMutations(String good, long seed) {
        this.good = good;
        this.random = new Random(seed);
    }

    /** A seed: that of {@code -Dymera.seed=}, or one by chance. */
    public static long seed() {
        Long given = Long.getLong("ymera.seed");
        return given == null ? new Random().nextLong() : given;
    }

    /** The next one; never the good one, and never with a character that a header can't have (line ends). */
    public String next() {
        String mutated;
        do {
            mutated = mutate().replace('\r', '?').replace('\n', '?');
        } while (mutated.strip().equals(good));
        return mutated;
    }

    private String mutate() {
        String[] parts = good.split("\\.", -1);
        int part = random.nextInt(parts.length);
        switch (random.nextInt(10)) {
            case 0 -> parts[part] = replaced(parts[part], BASE64URL.charAt(random.nextInt(BASE64URL.length())));
            case 1 -> parts[part] = replaced(parts[part], (char) random.nextInt(0x20, 0xd7ff));
            case 2 -> parts[part] = flippedBit(parts[part]);
            case 3 -> parts[part] = parts[part].substring(0, random.nextInt(parts[part].length()));
            case 4 -> parts[part] = parts[random.nextInt(parts.length)] + parts[random.nextInt(parts.length)];
            case 5 -> parts[0] = encoded(HEADERS.get(random.nextInt(HEADERS.size())));
            case 6 -> parts[1] = encoded(HEADERS.get(random.nextInt(HEADERS.size())));
            case 7 -> {
                return good + ".".repeat(random.nextInt(1, 5)) + (random.nextBoolean() ? parts[2] : "");
            }
            case 8 -> parts[2] = parts[2] + (random.nextBoolean() ? "=" : "A".repeat(random.nextInt(1, 5)));
            default -> {
                return good.substring(random.nextInt(good.length())) + good.substring(0, random.nextInt(good.length()));
            }
        }
        return String.join(".", parts);
    }

    private String replaced(String part, char by) {
        int at = random.nextInt(part.length());
        return part.substring(0, at) + by + part.substring(at + 1);
    }

    private String flippedBit(String part) {
        byte[] bytes = Base64.getUrlDecoder().decode(part);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}

package io.ymera.scanner.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.CRC32;

/** What has to be true of a token besides its pattern. A token for which it is not was never issued. */
enum Checksum {
    /** Nothing. */
    NONE {
        @Override
        boolean holds(String token) {
            return true;
        }
    },
    /** As GitHub and npm do: behind the first underscore, the last six characters are the CRC-32 of those before, in base 62. */
    CRC32_BASE62 {
        @Override
        boolean holds(String token) {
            String body = token.substring(token.indexOf('_') + 1);
            int cut = body.length() - CRC_DIGITS;
            return cut > 0 && base62(crc32(body.substring(0, cut))).equals(body.substring(cut));
        }
    },
    /** As Grafana does: behind the last underscore, the CRC-32 of all before, in hexadecimal with the lowest byte first. */
    CRC32_HEX {
        @Override
        boolean holds(String token) {
            int cut = token.lastIndexOf('_');
            int crc = Integer.reverseBytes((int) crc32(token.substring(0, cut)));
            return "%08x".formatted(crc).equals(token.substring(cut + 1).toLowerCase(Locale.ROOT));
        }
    },
    /** A password in front of all that asks for one: neither placeholder nor words alone. */
    PASSWORD {
        @Override
        boolean holds(String token) {
            return Likeness.password(token);
        }
    },
    /** A JSON web token with a signature that a verifier may accept. */
    JWT {
        @Override
        boolean holds(String token) {
            return Jwt.signed(token);
        }
    },
    /** Base64 of a user and a password with a colon between. */
    BASIC {
        @Override
        boolean holds(String token) {
            String text = decoded(token);
            int colon = text.indexOf(':');
            return colon > 0
                    && text.chars().allMatch(c -> c >= ' ' && c < 127)
                    && Likeness.password(text.substring(colon + 1));
        }
    },
    /** Base64 of 64 bytes. */
    BASE64_64 {
        @Override
        boolean holds(String token) {
            try {
                return Base64.getDecoder().decode(token).length == 64;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    },
    /** As Discord does: the first part is base64 of the bot's number. */
    DISCORD {
        @Override
        boolean holds(String token) {
            String id = decoded(token.substring(0, token.indexOf('.')));
            return id.length() >= 17 && id.length() <= 20 && id.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    },
    /** Bech32 (BIP 173), as age does for its identities. */
    BECH32 {
        @Override
        boolean holds(String token) {
            return bech32(token.substring(0, Math.max(0, token.length() - CRC_DIGITS)))
                    .equalsIgnoreCase(token);
        }
    },
    /** Has a digit and a letter: no word and no number. */
    MIXED {
        @Override
        boolean holds(String token) {
            return token.chars().anyMatch(c -> c >= '0' && c <= '9')
                    && token.chars().anyMatch(Character::isLetter);
        }
    };

    private static final int CRC_DIGITS = 6;
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String BECH32_DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] BECH32_GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};

    abstract boolean holds(String token);

    static long crc32(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    static String base62(long value) {
        StringBuilder digits = new StringBuilder();
        for (long rest = value; digits.length() < CRC_DIGITS; rest /= 62) {
            digits.append(BASE62.charAt((int) (rest % 62)));
        }
        return digits.reverse().toString();
    }

    /** The text behind base64 of either alphabet; empty if it is none. */
    static String decoded(String base64) {
        try {
            String standard = base64.replace('-', '+').replace('_', '/');
            return new String(Base64.getDecoder().decode(standard), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** A text and the six digits that Bech32 puts behind it, in capitals; the text as it is if it can't have any. */
    static String bech32(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int split = lower.lastIndexOf('1');
        int sum = 1;
        for (int i = 0; i < split; i++) {
            sum = step(sum, lower.charAt(i) >> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < split; i++) {
            sum = step(sum, lower.charAt(i) & 31);
        }
        for (int i = split + 1; i < lower.length() + CRC_DIGITS; i++) {
            int digit = i < lower.length() ? BECH32_DIGITS.indexOf(lower.charAt(i)) : 0;
            if (digit < 0) {
                return text;
            }
            sum = step(sum, digit);
        }
        StringBuilder all = new StringBuilder(text);
        for (int i = CRC_DIGITS - 1; i >= 0; i--) {
            all.append(BECH32_DIGITS.charAt((sum ^ 1) >> 5 * i & 31));
        }
        return all.toString().toUpperCase(Locale.ROOT);
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int result = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < BECH32_GENERATOR.length; i++) {
            result ^= (top >> i & 1) == 1 ? BECH32_GENERATOR[i] : 0;
        }
        return result;
    }
}

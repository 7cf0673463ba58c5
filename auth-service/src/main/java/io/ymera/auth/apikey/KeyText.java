package io.ymera.auth.apikey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.ymera.auth.secret.RandomToken;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key as its user has it: {@value #PREFIX}, 256 random bits and a checksum (CRC-32), the last two in base64url. By the
 * checksum what is no key, such as a shortened copy, is told without a look into the database; it protects nothing.
 *
 * @param value all of it
 */
record KeyText(String value) {

    static final String PREFIX = "ymk_";

    private static final int SHOWN = 12;
    private static final int CHECKSUM_CHARACTERS = 6;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[a-zA-Z0-9_-]{49}");

    static KeyText create() {
        String random = RandomToken.create(PREFIX).value();
        return new KeyText(random + checksum(random));
    }

    /** {@code text} as a key, if it can be one. */
    static Optional<KeyText> read(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int end = text.length() - CHECKSUM_CHARACTERS;
        return checksum(text.substring(0, end)).equals(text.substring(end))
                ? Optional.of(new KeyText(text))
                : Optional.empty();
    }

    /** What people recognise it by, and no secret: 208 of its bits are not in it. */
    String shown() {
        return value.substring(0, SHOWN);
    }

    /** What is stored of it. */
    byte[] hash() {
        return RandomToken.hash(value);
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(US_ASCII));
        byte[] bytes =
                ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "KeyText[" + shown() + "…]";
    }
}

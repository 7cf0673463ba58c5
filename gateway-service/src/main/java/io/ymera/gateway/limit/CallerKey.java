package io.ymera.gateway.limit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Who is counted. Keys come from clients in part, so what is long or strange is replaced by its digest: keys in Redis are short and
 * can be read in a terminal, and two callers never share one.
 */
public final class CallerKey {

    private static final String PREFIX = "ymera:limit:";
    private static final int LONGEST = 100;
    private static final String DIGEST = "sha256:";
    /** Groups of four hexadecimal digits in the half of an IPv6 address that names a network. */
    private static final int GROUPS_OF_NETWORK = 4;

    private CallerKey() {}

    /** Somebody with a token. */
    public static String user(String id) {
        return "user:" + id;
    }

    /** An API key. */
    public static String apiKey(String id) {
        return "key:" + id;
    }

    /**
     * Somebody without one. Whoever has an IPv6 address has a network of them, so the network is what counts.
     *
     * @param address as {@link io.ymera.gateway.address.ClientAddress} says it: one of IPv6 is in brackets and has all its eight groups
     */
    public static String address(String address) {
        if (!address.startsWith("[")) {
            return "address:" + address;
        }
        int end = 0;
        for (int group = 0; group < GROUPS_OF_NETWORK && end >= 0; group++) {
            end = address.indexOf(':', end + 1);
        }
        return end < 0 ? "address:" + address : "address:" + address.substring(1, end) + "::/64";
    }

    /** Where {@code key} is counted under {@code limit}. */
    static String counted(Limit limit, String key) {
        return PREFIX + limit.name() + ":" + (isPlain(key) ? key : DIGEST + digest(key));
    }

    private static boolean isPlain(String key) {
        if (key.length() > LONGEST || key.startsWith(DIGEST)) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c <= ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static String digest(String key) {
        try {
            // the characters as they are: an encoding has one and the same replacement for all that it can't encode
            ByteBuffer characters = ByteBuffer.allocate(Character.BYTES * key.length());
            characters.asCharBuffer().put(key);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(characters.array());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

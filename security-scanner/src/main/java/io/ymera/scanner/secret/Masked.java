package io.ymera.scanner.secret;

import java.util.List;
import java.util.Locale;

/**
 * A secret as it may be shown: the letters that tell the provider, and nothing of what is random. Its length isn't shown either.
 *
 * @param shown at most four of its first characters, at most a quarter of it, and only what is in every token of this provider
 */
record Masked(String shown) {

    private static final int MOST = 4;
    private static final String REST = "****";

    /**
     * Masks a value.
     *
     * @param known how tokens of this provider begin; what is no such beginning is not shown at all
     */
    static Masked of(String secret, List<String> known) {
        String lower = secret.toLowerCase(Locale.ROOT);
        int common = 0;
        for (String beginning : known) {
            if (lower.startsWith(beginning)) {
                common = Math.max(common, beginning.length());
            }
        }
        int shown = Math.min(Math.min(common, MOST), secret.length() / 4);
        return new Masked(secret.substring(0, shown) + REST);
    }

    @Override
    public String toString() {
        return shown;
    }
}

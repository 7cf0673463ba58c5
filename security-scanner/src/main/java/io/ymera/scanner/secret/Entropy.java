package io.ymera.scanner.secret;

/** How much the characters of a text tell (Shannon, 1948). */
final class Entropy {

    private static final int SYMBOLS = 128;

    private Entropy() {}

    /** In bits for each character; 0 for an empty text. Characters outside ASCII count as one. */
    static double of(String text) {
        int[] counts = new int[SYMBOLS];
        for (int i = 0; i < text.length(); i++) {
            counts[Math.min(text.charAt(i), SYMBOLS - 1)]++;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / text.length();
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }
}

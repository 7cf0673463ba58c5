package io.ymera.auth.external;

import java.text.Normalizer;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** User names for people who were called something else elsewhere, by the rules for user names here. */
final class Usernames {

    private static final int SHORTEST = 3;

    /** Leaves room for what makes it unique. */
    private static final int LONGEST = 40;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-zA-Z0-9._-]+");
    private static final Pattern ENDS = Pattern.compile("^[._-]+|[._-]+$");

    private Usernames() {}

    /** What somebody could be called: {@code ada}, or else {@code ada-2} to {@code ada-5}, or else something random. */
    static Stream<String> candidates(@Nullable String preferred, String email) {
        String name = Stream.of(preferred == null ? "" : preferred, email)
                .map(Usernames::fit)
                .filter(fitting -> fitting.length() >= SHORTEST)
                .findFirst()
                .orElse("user");
        Stream<String> numbered = IntStream.rangeClosed(2, 5).mapToObj(n -> name + "-" + n);
        Stream<String> random = Stream.generate(
                        () -> name + "-" + UUID.randomUUID().toString().substring(0, 8))
                .limit(3);
        return Stream.concat(Stream.of(name), Stream.concat(numbered, random));
    }

    private static String fit(String text) {
        int at = text.indexOf('@');
        String local = at < 0 ? text : text.substring(0, at);
        String plain =
                MARKS.matcher(Normalizer.normalize(local, Normalizer.Form.NFKD)).replaceAll("");
        String allowed = OTHERS.matcher(plain).replaceAll("-");
        return ENDS.matcher(allowed.substring(0, Math.min(allowed.length(), LONGEST)))
                .replaceAll("");
    }
}

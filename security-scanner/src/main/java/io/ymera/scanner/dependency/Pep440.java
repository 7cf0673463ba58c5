package io.ymera.scanner.dependency;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of a Python package, compared as PEP 440 says.
 *
 * @param epoch mostly 0
 * @param release its numbers, without zeros at the end
 * @param pre {@code a}, {@code b} or {@code rc}; empty if it is no pre-release
 * @param preNumber behind {@code pre}
 * @param post of a post-release; null for others
 * @param dev of a development release; null for others
 * @param local the parts behind a plus sign
 */
public record Pep440(
        BigInteger epoch,
        List<BigInteger> release,
        String pre,
        BigInteger preNumber,
        @Nullable BigInteger post,
        @Nullable BigInteger dev,
        List<String> local)
        implements Comparable<Pep440> {

    private static final int LONGEST = 200;

    /** That of the PEP's appendix B. */
    private static final Pattern PATTERN = Pattern.compile("(?i)\\s*v?(?:(?:(?P<epoch>[0-9]+)!)?"
            + "(?P<release>[0-9]+(?:\\.[0-9]+)*)"
            + "(?P<pre>[-_.]?(?P<prel>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?P<pren>[0-9]+)?)?"
            + "(?P<post>(?:-(?P<postn>[0-9]+))|(?:[-_.]?(?:post|rev|r)[-_.]?(?P<postm>[0-9]+)?))?"
            + "(?P<dev>[-_.]?dev[-_.]?(?P<devn>[0-9]+)?)?)"
            + "(?:\\+(?P<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?\\s*");

    /** Copies the lists. */
    public Pep440 {
        release = List.copyOf(release);
        local = List.copyOf(local);
    }

    /** The version that {@code text} writes; nothing if it is none. */
    public static Optional<Pep440> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<BigInteger> release = new ArrayList<>();
        for (String part : matcher.group("release").split("\\.", -1)) {
            release.add(new BigInteger(part));
        }
        while (release.size() > 1 && release.getLast().signum() == 0) {
            release.removeLast();
        }
        String letters = matcher.group("prel");
        String pre =
                switch (letters == null ? "" : letters.toLowerCase(Locale.ROOT)) {
                    case "" -> "";
                    case "a", "alpha" -> "a";
                    case "b", "beta" -> "b";
                    default -> "rc";
                };
        String implied = matcher.group("postn");
        BigInteger post =
                matcher.group("post") == null ? null : number(implied == null ? matcher.group("postm") : implied);
        BigInteger dev = matcher.group("dev") == null ? null : number(matcher.group("devn"));
        String local = matcher.group("local");
        return Optional.of(new Pep440(
                number(matcher.group("epoch")),
                release,
                pre,
                number(matcher.group("pren")),
                post,
                dev,
                local == null
                        ? List.of()
                        : List.of(local.toLowerCase(Locale.ROOT).split("[-_.]", -1))));
    }

    private static BigInteger number(@Nullable String digits) {
        return digits == null ? BigInteger.ZERO : new BigInteger(digits);
    }

    /** Whether it comes before the release of its own numbers. */
    public boolean preRelease() {
        return !pre.isEmpty() || dev != null;
    }

    @Override
    public int compareTo(Pep440 other) {
        int by = compareWithoutLocal(other);
        return by != 0 ? by : compareLocal(other);
    }

    private int compareWithoutLocal(Pep440 other) {
        int by = epoch.compareTo(other.epoch);
        for (int i = 0; by == 0 && i < Math.max(release.size(), other.release.size()); i++) {
            by = part(i).compareTo(other.part(i));
        }
        by = by != 0 ? by : Integer.compare(phase(), other.phase());
        by = by != 0 ? by : preNumber.compareTo(other.preNumber);
        // No post-release is before the first; a development release is before what it becomes
        by = by != 0
                ? by
                : (post == null ? BigInteger.ONE.negate() : post)
                        .compareTo(other.post == null ? BigInteger.ONE.negate() : other.post);
        if (by != 0 || (dev == null && other.dev == null)) {
            return by;
        }
        return dev == null ? 1 : other.dev == null ? -1 : dev.compareTo(other.dev);
    }

    private BigInteger part(int i) {
        return i < release.size() ? release.get(i) : BigInteger.ZERO;
    }

    private int phase() {
        if (pre.isEmpty()) {
            return dev != null && post == null ? 0 : 4;
        }
        return pre.equals("a") ? 1 : pre.equals("b") ? 2 : 3;
    }

    private int compareLocal(Pep440 other) {
        for (int i = 0; i < Math.min(local.size(), other.local.size()); i++) {
            String mine = local.get(i);
            String theirs = other.local.get(i);
            boolean number = digits(mine);
            if (number != digits(theirs)) {
                return number ? 1 : -1;
            }
            int by = number ? new BigInteger(mine).compareTo(new BigInteger(theirs)) : mine.compareTo(theirs);
            if (by != 0) {
                return by;
            }
        }
        return Integer.compare(local.size(), other.local.size());
    }

    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * Whether it fulfils all of {@code specifiers}, as in {@code >=1.0, !=1.3.*, <2}. Pre-releases are taken as if asked for.
     *
     * @return nothing if they can't be read
     */
    public Optional<Boolean> satisfies(String specifiers) {
        for (String written : specifiers.split(",", 50)) {
            String specifier = written.strip();
            if (specifier.isEmpty()) {
                continue;
            }
            int cut = 0;
            while (cut < specifier.length() && "=!<>~".indexOf(specifier.charAt(cut)) >= 0) {
                cut++;
            }
            Optional<Boolean> one = satisfies(
                    specifier.substring(0, cut), specifier.substring(cut).strip());
            if (one.isEmpty() || !one.get()) {
                return one;
            }
        }
        return Optional.of(true);
    }

    private Optional<Boolean> satisfies(String operator, String operand) {
        if (operator.equals("===")) {
            return of(operand).map(this::equals);
        }
        boolean wild = operand.endsWith(".*");
        Optional<Pep440> parsed = of(wild ? operand.substring(0, operand.length() - 2) : operand);
        if (parsed.isEmpty() || (wild && !operator.equals("==") && !operator.equals("!="))) {
            return Optional.empty();
        }
        Pep440 bound = parsed.get();
        // A local version is only compared with another one
        Pep440 mine = bound.local.isEmpty() ? new Pep440(epoch, release, pre, preNumber, post, dev, List.of()) : this;
        int by = mine.compareTo(bound);
        int given = numbers(operand);
        return switch (operator) {
            case "==" -> Optional.of(wild ? startsWith(bound, given) : by == 0);
            case "!=" -> Optional.of(wild ? !startsWith(bound, given) : by != 0);
            case ">=" -> Optional.of(by >= 0);
            case "<=" -> Optional.of(by <= 0);
            // Neither the post-releases of the bound itself nor the pre-releases of it
            case ">" ->
                Optional.of(by > 0 && !(post != null && bound.post == null && bound.dev == null && samePhase(bound)));
            case "<" -> Optional.of(by < 0 && !(preRelease() && !bound.preRelease() && before(bound)));
            case "~=" -> compatible(bound, operand, by);
            default -> Optional.empty();
        };
    }

    /** {@code ~=2.2.1} is {@code >=2.2.1, ==2.2.*}. */
    private Optional<Boolean> compatible(Pep440 bound, String operand, int by) {
        int given = numbers(operand);
        return given < 2 ? Optional.empty() : Optional.of(by >= 0 && sameNumbers(bound, given - 1));
    }

    /** How many numbers the release has as it is written. */
    private static int numbers(String operand) {
        int at = operand.indexOf('!') + 1;
        at += operand.startsWith("v", at) ? 1 : 0;
        int numbers = 1;
        while (at < operand.length()) {
            char c = operand.charAt(at);
            boolean dot = c == '.' && at + 1 < operand.length() && Character.isDigit(operand.charAt(at + 1));
            if (!Character.isDigit(c) && !dot) {
                break;
            }
            numbers += dot ? 1 : 0;
            at++;
        }
        return numbers;
    }

    /** What stands before {@code .*}: mostly numbers only, but a pre-release or a post-release may follow them. */
    private boolean startsWith(Pep440 bound, int numbers) {
        boolean plain = bound.pre.isEmpty() && bound.post == null;
        return sameNumbers(bound, numbers)
                && (plain || (samePhase(bound) && (bound.post == null || bound.post.equals(post))));
    }

    private boolean sameNumbers(Pep440 bound, int numbers) {
        for (int i = 0; i < numbers; i++) {
            if (!part(i).equals(bound.part(i))) {
                return false;
            }
        }
        return epoch.equals(bound.epoch);
    }

    private boolean before(Pep440 bound) {
        return bound.post == null ? sameRelease(bound) : samePhase(bound) && bound.post.equals(post);
    }

    private boolean samePhase(Pep440 bound) {
        return sameRelease(bound) && pre.equals(bound.pre) && preNumber.equals(bound.preNumber);
    }

    private boolean sameRelease(Pep440 bound) {
        return epoch.equals(bound.epoch) && Arrays.equals(release.toArray(), bound.release.toArray());
    }
}

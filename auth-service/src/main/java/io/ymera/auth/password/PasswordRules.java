package io.ymera.auth.password;

import io.smallrye.mutiny.Uni;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.web.problem.ApiException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Which passwords may be chosen, as NIST SP 800-63B (section 3.1.1.2 of revision 4) asks for: 12 to 1024 characters of any
 * kind but control characters, none of them demanded, and none of the passwords that are tried first: the common ones, those
 * that have leaked, sequences and repetitions, and the user's own names. Thread-safe, non-blocking.
 */
@Singleton
public class PasswordRules {

    private static final Logger LOG = Logger.getLogger(PasswordRules.class);
    private static final int SHORTEST = 12;
    private static final int LONGEST = 1024;
    private static final int MUCH = 8;

    private final Passwords passwords;
    private final CommonPasswords common;
    private final BreachedPasswords breached;

    PasswordRules(Passwords passwords, CommonPasswords common, BreachedPasswords breached) {
        this.passwords = passwords;
        this.common = common;
        this.breached = breached;
    }

    /**
     * Fails with {@link ErrorCode#VALIDATION_FAILED} if {@code password} may not be chosen; the message names the rule.
     *
     * @param pointer where the password is in the body, such as {@code /new_password}
     * @param ownWords the user's name, e-mail address and full name, as far as there are such
     */
    public Uni<Void> check(String pointer, String password, List<String> ownWords) {
        List<String> words = List.copyOf(ownWords);
        return passwords
                .onPool(() -> objection(OpaqueString.of(password), words))
                .invoke(objection -> objection.ifPresent(rule -> {
                    throw ApiException.invalid(pointer, rule);
                }))
                .replaceWithVoid();
    }

    private Optional<String> objection(String password, List<String> ownWords) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("must have %d to %d characters".formatted(SHORTEST, LONGEST));
        }
        if (OpaqueString.hasControlCharacters(password)) {
            return Optional.of("must not have control characters");
        }
        String text = password.toLowerCase(Locale.ROOT);
        if (new OwnWords(ownWords).makeUp(text, common::isOneOrDecorated)) {
            return Optional.of("must not be made of your name, your e-mail address or the name of this platform");
        }
        if (isRepetition(text) || isRepetition(CommonPasswords.core(text)) || Monotony.isSequence(text)) {
            return Optional.of("must not be a simple sequence, or one thing over and over");
        }
        if (common.isOneOrDecorated(text)) {
            return Optional.of(
                    "must not be a common password, also not with digits or punctuation added to it: several "
                            + "words that do not belong together are better");
        }
        if (hasLeaked(password)) {
            return Optional.of("must not be one that has leaked somewhere: choose another");
        }
        return Optional.empty();
    }

    /** What little is repeated in something long does not make that weak. */
    private boolean isRepetition(String text) {
        return text.length() >= MUCH && Monotony.isRepetition(text, common::isOneOrDecorated);
    }

    private boolean hasLeaked(String password) {
        try {
            return breached.contains(password);
        } catch (IOException e) {
            LOG.warnf("%s can't be searched, so nobody can choose a password: %s", BreachedPasswords.FILE, e);
            throw new ApiException(
                    ErrorCode.UNAVAILABLE, "New passwords can't be checked at the moment: try again.", List.of(), e);
        }
    }
}

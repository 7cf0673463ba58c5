package io.ymera.scanner.secret;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * What secrets of one provider look like.
 *
 * @param kind what is said of them
 * @param pattern with a group called {@code secret}
 * @param keywords one of them is near each secret; in lower case
 * @param before how many characters the match may begin before a keyword
 * @param reach how many characters the match may end behind the keyword's beginning
 * @param checksum what else has to be true
 * @param entropy the least that each character tells, in bits
 */
record Detector(
        Kind kind, Pattern pattern, List<String> keywords, int before, int reach, Checksum checksum, double entropy) {

    @Override
    public String toString() {
        return kind.id();
    }
}

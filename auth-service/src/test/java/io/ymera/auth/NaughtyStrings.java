package io.ymera.auth;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The Big List of Naughty Strings, and some that were made to get into SQL, headers and logs. */
public final class NaughtyStrings {

    /** Each of them would change what a statement, a header or a line of a log means, if it got there as it is. */
    public static final List<String> INJECTIONS = List.of(
            "' or '1'='1",
            "'; drop table users; --",
            "\"; select pg_sleep(10); --",
            "$1",
            "\\'; delete from users where 'a'='a",
            "ada\r\nSet-Cookie: session=evil",
            "ada\nX-Injected: yes",
            "ada%0d%0aX-Injected: yes",
            "${jndi:ldap://127.0.0.1/a}",
            "${java.version}",
            "{{7*7}}",
            "%s%n%d",
            "\u0000",
            "\u202eada",
            "ada\u0085\u2028X-Injected: yes");

    private NaughtyStrings() {}

    /** Every {@code nth} of the big list: where each one costs a hash, some of them tell as much. */
    public static Stream<String> every(int nth) throws IOException {
        try (InputStream json = NaughtyStrings.class.getResourceAsStream("/blns/blns.json")) {
            String[] all = new ObjectMapper().readValue(json, String[].class);
            return IntStream.iterate(0, i -> i < all.length, i -> i + nth).mapToObj(i -> all[i]);
        }
    }
}

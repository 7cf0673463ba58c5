package io.ymera.gateway.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.ymera.contracts.problem.ErrorCode;
import io.ymera.gateway.visit.Step;
import io.ymera.gateway.visit.Visit;
import io.ymera.web.problem.Failure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Refuses what HTTP/2 can carry and HTTP/1.1 can't, before it is to be sent on in that (RFC 9113, section 8.2.1): in HTTP/1.1 a line's end in
 * a header begins another header, and a body's length is one number. {@link StrictDecoder} has looked at requests that came in HTTP/1.1.
 */
@Singleton
class ProperHead implements Step {

    private static final String NO_TOKEN = "\"(),/:;<=>?@[\\]{}";
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    @Override
    public void take(Visit visit) {
        HttpServerRequest request = visit.request();
        if (request.version() == HttpVersion.HTTP_1_0) {
            visit.refuse(Failure.of(ErrorCode.MALFORMED_REQUEST, "Send an HTTP/1.1 or HTTP/2 request."));
        } else if (request.version() == HttpVersion.HTTP_2 && !isProper(request)) {
            visit.refuse(Failure.of(ErrorCode.MALFORMED_REQUEST, "That is no HTTP request."));
        } else {
            visit.next();
        }
    }

    private static boolean isProper(HttpServerRequest request) {
        if (request.uri() == null
                || !isToken(request.method().name())
                || !isLength(request.headers().getAll(HttpHeaders.CONTENT_LENGTH))) {
            return false;
        }
        for (Map.Entry<String, String> header : request.headers()) {
            if (!isToken(header.getKey()) || !isValue(header.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Of a length that those who come after can read: {@code 5, 5} may mean 5 elsewhere (RFC 9110, section 8.6), and is refused here. */
    private static boolean isLength(List<String> said) {
        return said.isEmpty()
                || said.size() == 1 && LENGTH.matcher(said.getFirst()).matches();
    }

    private static boolean isToken(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7f && NO_TOKEN.indexOf(c) < 0);
    }

    private static boolean isValue(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c != 0x7f || c == '\t');
    }
}

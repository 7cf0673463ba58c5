package io.ymera.manager.callback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an attempt was not successful, as far as its owner is to know: no address, nothing of the answer but its status. */
enum DeliveryError {
    REFUSED_STATUS("The receiver did not answer with a status from 200 to 299"),
    REDIRECTED("The receiver sends callbacks elsewhere, which is not followed; change callback_url"),
    GONE("The receiver answered 410: it does not want this callback"),
    UNKNOWN_HOST("The host's name leads nowhere"),
    REFUSED_URL("Callbacks may not go to this URL any more"),
    REFUSED_ADDRESS("The host's name leads to an address that is not public"),
    CONNECT_FAILED("No connection could be made"),
    TLS_FAILED("The receiver's certificate is not valid for the host, or there is no common version of TLS"),
    CONNECTION_LOST("The connection ended before there was an answer"),
    BAD_ANSWER("The answer is not HTTP"),
    TIMEOUT("There was no answer in time"),
    NO_SECRET("The owner's secret can't be read here; create a new one with POST /callbacks/secret"),
    INTERNAL("Something went wrong here");

    private final String message;

    DeliveryError(String message) {
        this.message = message;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String message() {
        return message;
    }

    static Optional<DeliveryError> of(String code) {
        return Arrays.stream(values())
                .filter(error -> error.code().equals(code))
                .findFirst();
    }
}

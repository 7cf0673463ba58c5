package shop.events;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class EventLog {
    private static final Logger log = LoggerFactory.getLogger("events");

    private EventLog() {}

    static void record(String action, String detail) {
        log.info("{}: {}", action, line(detail));
    }

    private static String line(String text) {
        return text == null ? "-" : text.replace('\n', ' ').replace('\r', ' ');
    }
}

package io.ymera.sandbox;

/**
 * The user that a program runs as, seen from inside.
 *
 * @param uid user and group id
 * @param byRoot whether root gives its own rights up to become that user; otherwise a user namespace maps the id to the
 *     agent's own user
 */
record Account(int uid, boolean byRoot) {

    String passwd() {
        return "root:x:0:0:root:/:/bin/false\nsandbox:x:" + uid + ":" + uid + ":sandbox:/tmp:/bin/sh\n";
    }

    String group() {
        return "root:x:0:\nsandbox:x:" + uid + ":\n";
    }
}

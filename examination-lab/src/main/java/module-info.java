/**
 * Programs that run in the sandbox, beside the code that is examined. A module, so that this code can't get at their private
 * state by reflection; nothing is exported but what the JVM itself calls.
 */
module io.ymera.lab {
    requires java.instrument;
    requires jdk.compiler;
    requires static org.jspecify;

    exports io.ymera.lab.agent to
            java.instrument;
}

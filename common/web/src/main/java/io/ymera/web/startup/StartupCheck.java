package io.ymera.web.startup;

import java.util.List;

/** A bean that looks at the configuration once, before the service takes its first request. */
@FunctionalInterface
public interface StartupCheck {

    /** What is wrong, all of it at once; empty if nothing is. May block; anything it throws also stops the service. */
    List<ConfigError> check();
}

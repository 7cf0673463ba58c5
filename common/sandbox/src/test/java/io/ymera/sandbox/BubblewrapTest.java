package io.ymera.sandbox;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("installed")
class BubblewrapTest extends ConfinementContract {

    @Override
    SandboxMode mode() {
        return SandboxMode.BUBBLEWRAP;
    }

    static boolean installed() {
        return Programs.find("bwrap").isPresent();
    }
}

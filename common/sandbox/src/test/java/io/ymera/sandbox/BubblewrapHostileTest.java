package io.ymera.sandbox;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.ymera.sandbox.BubblewrapTest#installed")
class BubblewrapHostileTest extends HostilePrograms {

    @Override
    SandboxMode mode() {
        return SandboxMode.BUBBLEWRAP;
    }
}

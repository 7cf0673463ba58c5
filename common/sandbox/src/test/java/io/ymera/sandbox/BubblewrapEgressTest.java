package io.ymera.sandbox;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.ymera.sandbox.BubblewrapTest#installed")
class BubblewrapEgressTest extends EgressContract {

    @Override
    SandboxMode mode() {
        return SandboxMode.BUBBLEWRAP;
    }
}

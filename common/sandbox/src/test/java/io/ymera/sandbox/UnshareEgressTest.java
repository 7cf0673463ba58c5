package io.ymera.sandbox;

class UnshareEgressTest extends EgressContract {

    @Override
    SandboxMode mode() {
        return SandboxMode.UNSHARE;
    }
}
